<?php

/**
 * How many case studies each term of a taxonomy has, by its id: among what the other filters and the search leave.
 * Where nothing is filtered it is what WordPress has counted already.
 */
function case_study_counts(string $taxonomy): array {
    global $wpdb;
    $others = array_diff(['topic', 'support'], [$taxonomy]);
    $chosen = array_filter($others, fn ($other) => get_query_var($other) !== '');
    if (!is_search() && !$chosen) {
        return wp_list_pluck(get_terms(['taxonomy' => $taxonomy, 'hide_empty' => false]), 'count', 'term_id');
    }
    $found = new WP_Query([
        'fields' => 'ids',
        'posts_per_page' => -1,
        'no_found_rows' => true,
        'orderby' => 'none',
        's' => get_query_var('s'),
        'tax_query' => array_map(
            fn ($other) => ['taxonomy' => $other, 'field' => 'slug', 'terms' => get_query_var($other)],
            array_values($chosen),
        ),
    ]);
    $ids = implode(',', array_map('intval', $found->posts)) ?: '0';
    $rows = $wpdb->get_results($wpdb->prepare(
        "SELECT term_id, COUNT(*) AS many FROM $wpdb->term_relationships JOIN $wpdb->term_taxonomy USING (term_taxonomy_id)
        WHERE taxonomy = %s AND object_id IN ($ids) GROUP BY term_id",
        $taxonomy,
    ));
    return wp_list_pluck($rows, 'many', 'term_id');
}
