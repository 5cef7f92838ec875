import { t } from '@/lib/i18n';

type Device = { readonly name: string; readonly mobile: boolean };

// First match wins: most browsers also name those they descend from.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?(?:iOS)?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\bSamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/\b(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPad\b/, 'iPadOS'],
  [/\b(?:iPhone|iPod)\b/, 'iOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** A short name for what sent this header: "Firefox 133 on Windows", "curl 8.10". It is a hint, not evidence. */
export function describeDevice(userAgent: string | null | undefined): Device {
  if (!userAgent) return { name: t('device.unknown'), mobile: false };
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1];
  const mobile = system === 'Android' || system === 'iOS' || system === 'iPadOS';
  const client = clientOf(userAgent);
  return { name: system ? t('device.on', { client, system }) : client, mobile };
}

function clientOf(userAgent: string): string {
  for (const [pattern, name] of BROWSERS) {
    const version = pattern.exec(userAgent)?.[1];
    if (version) return `${name} ${version}`;
  }
  const product = /^([\w .-]+?)\/(\d+(?:\.\d+)?)/.exec(userAgent);
  return product ? `${product[1]} ${product[2]}` : userAgent.slice(0, 60);
}
