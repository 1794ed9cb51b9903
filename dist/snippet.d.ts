/**
 * The inline loader as text, for a `<script>` of the page after one line that sets
 * `var _rollbarConfig = { accessToken, rollbarJsUrl, … };`. It is safe inside HTML as it stands;
 * of the configuration, write `<` as `\u003c`.
 */
declare const snippet: string;

export { snippet };
