<?php
// Beside this folder lie the socket of the database and the folder of kept pages.
$beside = dirname(__DIR__);
// The host that Debian's nginx hands on lacks the port.
$host = '127.0.0.1:' . ($_SERVER['SERVER_PORT'] ?? '80');

define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', "localhost:$beside/mariadb.sock");
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', "http://$host");
define('WP_SITEURL', "http://$host");
define('WP_CONTENT_DIR', __DIR__ . '/wp-content');
// One of two ports keeps pages; nginx says which was asked.
define('WP_CACHE', ($_SERVER['PAGE_CACHE'] ?? '') === 'on');
define('PAGE_CACHE_FOLDER', "$beside/pages");
// Nothing but answers is measured.
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $kind) {
    define("{$kind}_KEY", "only for measuring $kind");
    define("{$kind}_SALT", "only for measuring $kind");
}

$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
