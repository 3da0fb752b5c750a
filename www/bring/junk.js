// Owns the signs of what stands around an article: by what its elements are called and by what it says.
// Invariant: a sentence of an article is never taken for junk by a word in it; lines are, as a whole.

const AROUND =
  /(?:^|[\s_-])(?:related|recirc\w*|recommend\w*|more-?(?:stories|from|on|news)|read-?(?:more|next|also)|most-?(?:read|popular|viewed)|popular|trending|share\w*|sharing|social\w*|follow-?us|newsletter\w*|subscri(?:be|ption)\w*|signup|sign-up|promo\w*|cookie\w*|consent|gdpr|paywall|comments?|disqus\w*|reply|breadcrumbs?|pagination|pager|tags?-?list|taglist|post-tags|sidebar|side-bar|outbrain\w*|taboola\w*|sponsor\w*|advert\w*|ads?|ad-slot|banner|masthead|toolbar|toc|jump-links?|skip-?links?|author-?(?:bio|box|info)|about-?author|copyright|legal|colophon|footer|nav|menu|navbar|navigation|widget|rating|print-?link|tools|utility)(?:$|[\s_-])/i;
const TAGS = new Set(['NAV', 'FOOTER', 'ASIDE', 'FORM', 'MENU', 'DIALOG']);
const ROLES = /^(?:navigation|banner|complementary|contentinfo|dialog|search|menu|alert|form|toolbar)$/i;

const LINES = [
  /^(?:advertisement|adverti[sz]ing|sponsored(?: content)?|promoted|story continues(?: below)?(?: advertisement)?|article continues (?:below|after).{0,30})[.:]?$/i,
  /^(?:share|tweet|e-?mail|print|save|pin(?: it)?|like|follow|copy link|link copied!?|reprints?|republish|bookmark|comments?|reply|report|subscribe|sign (?:in|up)|log ?in|register|menu|search|close|next|previous|more|read more|show more|view more|load more|see more|see all|view all|view gallery|view comments|leave a comment|add a comment|post a comment|back to top|skip to (?:main )?content|scroll to continue.*)[.!:\u2026\u203a\u00bb>]*$/i,
  /^(?:share|send|post) (?:this|on|via|to|with)\b.{0,60}$/i,
  /^(?:click|tap) (?:here|to) .{0,60}$/i,
  /^follow (?:us|me|him|her|@?\w+) on .{0,60}$/i,
  /^(?:sign up|subscribe|register)\b.{0,140}(?:newsletter|e-?mail|inbox|updates|account|today|here|now|alerts?)\b.{0,60}$/i,
  /^(?:get|receive) .{0,80}(?:newsletter|inbox|e-?mail)\b.{0,60}$/i,
  /^(?:this (?:web)?site|we|our partners)\b.{0,40}\buses? cookies\b.{0,200}$/i,
  /^(?:accept|reject|manage) (?:all )?(?:cookies|preferences|settings)$/i,
  /^(?:read|see|view|watch|listen|related|also|more|recommended)(?: (?:more|also|next|this|stories|articles|coverage|reading|video|on this story))*\s*:\s*.{0,140}$/i,
  /^(?:copyright|\u00a9|\(c\))\s*(?:\d{4}|.{0,80}\b(?:rights|inc|ltd|llc|gmbh)\b).{0,140}$/i,
  /^all rights reserved\b.{0,60}$/i,
  /^(?:photo|image) (?:gallery|\d+ of \d+)$/i,
  /^\d+ (?:comments?|shares?|likes?|views?|min(?:ute)?s? read)$/i,
  /^\d+ ?(?:of|\/) ?\d+$/,
  /^(?:filed under|tagged(?: with| as)?|tags|topics|categories|posted in)\s*:.{0,160}$/i,
  /^(?:loading|please wait)[.\u2026]*$/i,
  /^(?:javascript|your browser) .{0,40}(?:disabled|not support(?:ed)?|required|enable).{0,80}$/i,
  /^(?:have a (?:tip|story)|got a tip)\b.{0,120}$/i,
];
const RELATED =
  /^(?:related|recommended|more (?:from|on|in|stories|news|like)|read (?:more|next|also)|most (?:read|popular|viewed)|popular|trending|you (?:may|might) (?:also )?(?:like|enjoy|be interested)|also (?:on|in|read)|see also on|up next|don'?t miss|latest(?: news| stories)?|top stories|editor'?s'? picks?|featured|sponsored|from (?:the|our) (?:web|partners)|comments?|leave a (?:comment|reply)|share this|follow us|newsletter|sign up|subscribe|tags|topics|about the author|advertisement|navigation|site map|contact us|connect with us)\b.{0,50}$/i;

/** Whether a text is a line that stands around articles. @param {string} text */
export function isJunk(text) {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length < 260 && LINES.some((pattern) => pattern.test(line));
}

/** Whether a heading stands over links to other articles and the like. @param {string} text */
export function isRelatedHeading(text) {
  return text.length < 80 && RELATED.test(text.replace(/\s+/g, ' ').trim());
}

/**
 * Whether an element is in something that is called as what stands around articles.
 * @param {Element} element
 * @param {(element: Element) => boolean} [isHome] which elements hold so much of the article that their names say nothing
 */
export function junkAround(element, isHome = () => false) {
  for (let it = /** @type {Element | null} */ (element); it && !isHome(it); it = it.parentElement) {
    if (it.tagName === 'BODY' || it.tagName === 'ARTICLE' || it.tagName === 'MAIN') return false;
    if (TAGS.has(it.tagName) && it.tagName !== 'FORM') return true;
    if (ROLES.test(it.getAttribute('role') ?? '')) return true;
    const names = `${it.getAttribute('class') ?? ''} ${it.id}`.replace(/([a-z])([A-Z])/g, '$1-$2');
    if (AROUND.test(names)) return true;
  }
  return false;
}
