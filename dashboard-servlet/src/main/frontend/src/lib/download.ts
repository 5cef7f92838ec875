/** Lets the browser fetch a file of the API by itself: it may be larger than what a page should hold. */
export function download(path: string): void {
  const link = document.createElement('a');
  link.href = new URL(`api/${path}`, document.baseURI).href;
  link.download = ''; // the answer names the file; if it is a refusal, the page stays
  link.click();
}
