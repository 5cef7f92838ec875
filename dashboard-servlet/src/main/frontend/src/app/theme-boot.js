/* Runs before the first paint. Only a preference is kept, never a secret. */
try {
  const theme = localStorage.getItem('userdeck.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme it is.
}
