<?php
require __DIR__ . '/taxonomies.php';
require __DIR__ . '/counts.php';

add_action('init', 'register_case_study_taxonomies');
add_theme_support('title-tag');
add_action('wp_enqueue_scripts', fn () => wp_enqueue_style('case-studies', get_stylesheet_uri()));
// A list has one address, with its filters after the question mark.
remove_action('template_redirect', 'redirect_canonical');
