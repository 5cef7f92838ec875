/** No letters that look alike: somebody may have to read it out. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 20;
const GROUP = 5;

/** Over 110 random bits in groups of five, at least `min` characters long. */
export function generatePassword(min = 0): string {
  const length = Math.max(LENGTH, min);
  const letters = Array.from({ length }, randomLetter).join('');
  return (letters.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');
}

/** Every letter as likely as the others: a byte beyond the last whole round is thrown again. */
function randomLetter(): string {
  const limit = 256 - (256 % LETTERS.length);
  for (;;) {
    const [byte = limit] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < limit) return LETTERS.charAt(byte % LETTERS.length);
  }
}
