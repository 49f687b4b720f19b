<?php

/** Topics and support types, asked for in addresses by these names. */
function register_case_study_taxonomies(): void {
    $settings = ['public' => true, 'hierarchical' => true, 'query_var' => true, 'rewrite' => false];
    register_taxonomy('topic', 'post', ['label' => 'Topics'] + $settings);
    register_taxonomy('support', 'post', ['label' => 'Support types'] + $settings);
}
