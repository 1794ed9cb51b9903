'use strict';

var text = "!function(e){var n=e._rollbarConfig||{},t=n.globalAlias||\"Rollbar\";if(!e[t]){var r=n.endpoint||\"api.rollbar.com/api/1/item/\",a=document.createElement(\"script\"),o={createScriptURL:String},c=100,i={_h:[],_l:0};e[t]=i,\"critical handleUncaughtException configure handleUnhandledRejection wait error warning info debug log warn\".replace(/\\w+/g,function(e){return i[e]=function(){var n=\"xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx\".replace(/x/g,function(){return(16*Math.random()|0).toString(16)}),t=[e,arguments,n,+new Date,location.href];return i._t?i._t(t):(c-- >0?i._h.push(t):i._l++,{uuid:n})}}),!1!==n.captureUncaught&&addEventListener(\"error\",function(e){i._t||i.handleUncaughtException(e.message,e.filename,e.lineno,e.colno,e.error)}),!1!==n.captureUnhandledRejections&&addEventListener(\"unhandledrejection\",function(e){i._t||i.handleUnhandledRejection(e.reason)}),a.nonce=(document.currentScript||a).nonce,addEventListener(\"pagehide\",l),l(),a.crossOrigin=\"\",a.integrity=n.integrity||\"\",a.onerror=l;try{a.src=(e.trustedTypes?e.trustedTypes.createPolicy(\"rollcage\",o):o).createScriptURL(n.rollbarJsUrl||\"\"),document.head.appendChild(a)}catch(e){}}function s(e){return String(e).slice(0,255)}function l(){i._t||(setTimeout(l,5e3),n.accessToken&&!1!==n.enabled&&!1!==n.transmit&&i._h.splice(0).forEach(function(e){var t=e[0],a=e[1];try{var o=\"h\"==t[0],c=a[4]||((a[1]||i).message?a[1]:a[0])||i;t.match(\"co|ai\")?i._h.push(e):fetch(r.replace(/^(?!https?:|\\W)/,\"https://\"),{method:\"POST\",mode:\"no-cors\",keepalive:!0,body:JSON.stringify({access_token:n.accessToken,data:{body:o||c.message?{trace:{frames:o&&a[3]>0?[{filename:a[1],lineno:a[2],colno:a[3]}]:[],exception:{class:s(c.name||\"(unknown)\"),description:s(c.stack||\"\"),message:s(c.message||a[0])}}}:{message:{body:s(a[0])}},timestamp:Math.floor(e[3]/1e3),uuid:e[2],request:{url:e[4].split(/[?#]/)[0]},platform:\"browser\",level:o?\"error\":\"log\"==t?\"debug\":\"warn\"==t?\"warning\":t,environment:s(n.environment||\"unknown\")}})}).catch(function(){i._h.push(e)})}catch(e){i._l++}}))}}(window);";

/** The door `rollcage/snippet`, for pages that are rendered on a server. */
/**
 * The inline loader as text, for a `<script>` of the page after one line that sets
 * `var _rollbarConfig = { accessToken, rollbarJsUrl, … };`. It is safe inside HTML as it stands;
 * of the configuration, write `<` as `\u003c`.
 */
const snippet = text;

exports.snippet = snippet;
