<?php
// Installs WordPress and writes the case studies of a file into it: php fill.php CONTENT.json
[, $from] = $argv;
define('WP_INSTALLING', true);
require __DIR__ . '/site/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
require ABSPATH . 'wp-content/themes/case-studies/taxonomies.php';
wp_install('Case studies', 'editor', 'editor@casebook.example', true, '', wp_generate_password());
switch_theme('case-studies');
update_option('permalink_structure', '/%postname%/');
foreach (get_posts(['post_type' => ['post', 'page'], 'post_status' => 'any', 'numberposts' => -1]) as $sample) {
    wp_delete_post($sample->ID, true);
}
register_case_study_taxonomies();
flush_rewrite_rules();

$content = json_decode(file_get_contents($from), true);
$ids = [];
foreach (['topic' => $content['topics'], 'support' => $content['supportTypes']] as $taxonomy => $terms) {
    foreach ($terms as $term) {
        $parent = $ids[$taxonomy][$term['parent'] ?? ''] ?? 0;
        $made = wp_insert_term($term['name'], $taxonomy, ['slug' => $term['slug'], 'parent' => $parent]);
        $ids[$taxonomy][$term['slug']] = $made['term_id'];
    }
}

wp_defer_term_counting(true);
foreach ($content['posts'] as $post) {
    $id = wp_insert_post(wp_slash([
        'post_status' => 'publish',
        'post_name' => $post['slug'],
        'post_title' => $post['title'],
        'post_excerpt' => $post['summary'],
        'post_content' => $post['body'],
        'post_date_gmt' => gmdate('Y-m-d H:i:s', strtotime($post['publishedAt'])),
        'post_date' => gmdate('Y-m-d H:i:s', strtotime($post['publishedAt'])),
    ]));
    wp_set_object_terms($id, array_map(fn ($slug) => $ids['topic'][$slug], $post['topics']), 'topic');
    wp_set_object_terms($id, array_map(fn ($slug) => $ids['support'][$slug], $post['supportTypes']), 'support');
}
wp_defer_term_counting(false);
echo wp_count_posts()->publish;
