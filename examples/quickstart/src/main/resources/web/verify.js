// Takes the token out of the address, where a history or an onlooker would find it.

const form = document.querySelector('form');
form.elements.namedItem('token').value = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
history.replaceState(null, '', location.pathname);
addEventListener('hashchange', () => location.reload()); // another link, opened in this tab
