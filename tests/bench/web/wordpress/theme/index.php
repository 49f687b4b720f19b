<?php get_header(); ?>
<h1>Case studies</h1>
<?php get_template_part('filters'); ?>
<p role="status">Your search returned <?php echo (int) $wp_query->found_posts; ?> results</p>
<?php while (have_posts()) : the_post(); ?>
<article>
<h2><a href="<?php the_permalink(); ?>"><?php the_title(); ?></a></h2>
<?php the_excerpt(); ?>
<p><?php the_time('j F Y'); ?></p>
<?php the_terms(get_the_ID(), 'topic', '<p>', ', ', '</p>'); ?>
<?php the_terms(get_the_ID(), 'support', '<p>', ', ', '</p>'); ?>
</article>
<?php endwhile; ?>
<?php the_posts_pagination(); ?>
<?php get_footer(); ?>
