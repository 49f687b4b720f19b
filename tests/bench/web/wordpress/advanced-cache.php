<?php
// The classic page cache: a whole answer in a file, given before WordPress loads, for ten minutes.
$personal = preg_grep('/^(wordpress_logged_in|comment_author|wp-postpass)/', array_keys($_COOKIE));
if ($_SERVER['REQUEST_METHOD'] !== 'GET' || $personal) {
    return;
}
$kept = PAGE_CACHE_FOLDER . '/' . md5($_SERVER['HTTP_HOST'] . $_SERVER['REQUEST_URI']) . '.gz';
$takes_gzip = str_contains($_SERVER['HTTP_ACCEPT_ENCODING'] ?? '', 'gzip');

if ($takes_gzip && is_file($kept) && filemtime($kept) > time() - 600) {
    header('Content-Type: text/html; charset=UTF-8');
    header('Content-Encoding: gzip');
    header('Vary: Accept-Encoding');
    header('Content-Length: ' . filesize($kept));
    readfile($kept);
    exit;
}

ob_start(function (string $html) use ($kept): string {
    if (http_response_code() === 200) {
        $unfinished = $kept . getmypid();
        file_put_contents($unfinished, gzencode($html, 6));
        rename($unfinished, $kept);
    }
    return $html;
});
