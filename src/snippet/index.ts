/** The door `rollcage/snippet`, for pages that are rendered on a server. */
import text from 'virtual:snippet-text';

/**
 * The inline loader as text, for a `<script>` of the page after one line that sets
 * `var _rollbarConfig = { accessToken, rollbarJsUrl, … };`. It is safe inside HTML as it stands;
 * of the configuration, write `<` as `\u003c`.
 */
export const snippet: string = text;
