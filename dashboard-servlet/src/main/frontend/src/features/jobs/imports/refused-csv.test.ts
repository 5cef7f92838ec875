import { expect, it } from 'vitest';
import { refusedCsv } from './refused-csv';

it('writes a row for each reason, and no formula', () => {
  const rows = [
    { line: 3, field: 'email', code: 'x', message: 'Say "where", please.' },
    { line: 3, field: '=cmd()', code: 'x', message: 'Unknown.' },
  ];

  expect(refusedCsv(rows, ['Line', 'Field', 'Why'])).toBe(
    '\ufeffLine,Field,Why\r\n3,email,"Say ""where"", please."\r\n3,\'=cmd(),Unknown.\r\n',
  );
});
