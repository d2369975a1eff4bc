const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** An address may hold pairs of brackets: `?params[ticket]=1`. */
const link = /\[URL=((?:\/|https?:\/\/)(?:[^[\]\s]|\[[^[\]\s]*\])*)\](.*?)\[\/URL\]/gi;

/**
 * BB-code of a notification as HTML: bold, breaks and links, within the portal or to the web. Whatever else
 * stands in brackets stays as it is.
 */
export const bbToHtml = (text: string): string =>
  escaped(text)
    .replace(link, '<a href="$1">$2</a>')
    .replace(/\[B\](.*?)\[\/B\]/gi, '<b>$1</b>')
    .replace(/\[BR\]|\n/gi, '<br>');
