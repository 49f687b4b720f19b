<?php get_header(); ?>
<?php while (have_posts()) : the_post(); ?>
<article>
<h1><?php the_title(); ?></h1>
<?php the_excerpt(); ?>
<p><?php the_time('j F Y'); ?></p>
<?php the_content(); ?>
<?php the_terms(get_the_ID(), 'topic', '<p>', ', ', '</p>'); ?>
<?php the_terms(get_the_ID(), 'support', '<p>', ', ', '</p>'); ?>
</article>
<?php endwhile; ?>
<?php get_footer(); ?>
