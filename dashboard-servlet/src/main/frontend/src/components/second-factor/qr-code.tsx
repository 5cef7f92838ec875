import { useEffect, useState } from 'preact/compat';
import css from '@/components/second-factor/second-factor.module.css';

type QrCodeProps = {
  readonly text: string;
  readonly label: string;
};

/** Drawn here, so that no other server sees what is in it. What draws it is loaded with the first one. */
export function QrCode({ text, label }: QrCodeProps) {
  const [code, setCode] = useState<{ readonly path: string; readonly size: number }>();

  useEffect(() => {
    void import('uqr').then(({ encode }) => {
      const { data, size } = encode(text, { border: 2 });
      const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
      setCode({ path, size });
    });
  }, [text]);

  return (
    <div className={css.qr}>
      {code && (
        <svg viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={label} shape-rendering="crispEdges">
          <path d={code.path} />
        </svg>
      )}
    </div>
  );
}
