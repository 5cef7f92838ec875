const CODES_OF_ONE = /^[17]/;
const CODES_OF_TWO = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** "+44 791 112 3456": the country's code and the rest in groups that can be read out. Anything else stays as it is. */
export function formatPhone(phone: string): string {
  const digits = /^\+(\d{7,15})$/.exec(phone)?.[1];
  if (!digits) return phone;
  const code = CODES_OF_ONE.test(digits) ? 1 : CODES_OF_TWO.test(digits) ? 2 : 3;
  return [`+${digits.slice(0, code)}`, ...groups(digits.slice(code))].join(' ');
}

/** As even as can be, none longer than four, the longer ones last. */
function groups(digits: string): readonly string[] {
  const count = Math.ceil(digits.length / 4);
  const at = (index: number) => Math.floor((digits.length * index) / count);
  return Array.from({ length: count }, (_, index) => digits.slice(at(index), at(index + 1)));
}
