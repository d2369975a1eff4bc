const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/**
 * BB-code of a notification as HTML: bold, breaks and links, within the portal or to the web. Whatever else
 * stands in brackets stays as it is.
 */
export const bbToHtml = (text: string): string =>
  escaped(text)
    .replace(/\[URL=(\/[^\]\s]*|https?:\/\/[^\]\s]*?)\](.*?)\[\/URL\]/gi, '<a href="$1">$2</a>')
    .replace(/\[B\](.*?)\[\/B\]/gi, '<b>$1</b>')
    .replace(/\[BR\]|\n/gi, '<br>');
