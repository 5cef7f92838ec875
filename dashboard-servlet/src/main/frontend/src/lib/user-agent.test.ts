import { expect, it } from 'vitest';
import { describeDevice } from './user-agent';

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox 133 on Windows', false],
  [
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
    'Chrome 131 on ChromeOS',
    false,
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0',
    'Edge 131 on Windows',
    false,
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari 18 on iOS',
    true,
  ],
  ['HarbourRail/8.2 (Android 14)', 'HarbourRail 8.2 on Android', true],
  ['curl/8.10.1', 'curl 8.10', false],
  ['', 'Unknown device', false],
  [null, 'Unknown device', false],
])('%s', (userAgent, name, mobile) => {
  expect(describeDevice(userAgent)).toEqual({ name, mobile });
});
