<form action="/" method="get">
<label for="s">Search the case studies</label>
<input id="s" type="search" name="s" value="<?php echo esc_attr(get_query_var('s')); ?>">
<?php foreach (['topic' => 'Topics', 'support' => 'Support types'] as $taxonomy => $label) : ?>
<fieldset><legend><?php echo $label; ?></legend><ul>
<?php $counts = case_study_counts($taxonomy);
foreach (get_terms(['taxonomy' => $taxonomy, 'hide_empty' => false]) as $term) : ?>
<li><label><input type="checkbox" name="<?php echo $taxonomy; ?>" value="<?php echo esc_attr($term->slug); ?>"<?php
checked(get_query_var($taxonomy), $term->slug); ?>> <?php echo esc_html($term->name); ?></label> <span><?php
echo (int) ($counts[$term->term_id] ?? 0); ?></span></li>
<?php endforeach; ?>
</ul></fieldset>
<?php endforeach; ?>
<button>Search</button>
</form>
