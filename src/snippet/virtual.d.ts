/** Made by the build from `dist/rollcage.snippet.js`. */
declare module 'virtual:snippet-text' {
  const text: string;
  export default text;
}
