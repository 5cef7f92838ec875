// Watches the page from inside: when the last key came, when the list was asked for, when its rows were painted.
(() => {
  const BUSY = '[aria-busy="true"]';
  const query = (url) => new URL(url, location.href).searchParams.get('q') ?? '';
  const isList = (url) => new URL(url, location.href).pathname.endsWith('/api/users');
  let round = {};

  addEventListener('keydown', (event) => (round.keyAt = event.timeStamp), true);

  const realFetch = window.fetch;
  window.fetch = async (url, options) => {
    const of = round;
    const isLooked = isList(url) && query(url) === of.word;
    if (isLooked) of.askedAt = performance.now();
    const response = await realFetch(url, options);
    if (isLooked) of.answeredAt = performance.now();
    return response;
  };

  const look = () => {
    const of = round;
    const isThere = of.answeredAt && !of.isSeen && query(location.href) === of.word && !document.querySelector(BUSY);
    if (!isThere) return;
    of.isSeen = true;
    // The first frame paints the rows; when the second begins, they are on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => (of.paintedAt = performance.now())));
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });

  window.userdeckTyping = {
    expect: (word) => (round = { word }),
    isAtRest: () => query(location.href) === '' && !document.querySelector(BUSY) && userdeckTyping.shown().length > 0,
    shown: () => Array.from(document.querySelectorAll('tbody tr[data-key]'), (row) => row.dataset.key),
    times: () =>
      round.paintedAt && [
        round.askedAt - round.keyAt,
        round.answeredAt - round.askedAt,
        round.paintedAt - round.answeredAt,
      ],
  };
})();
