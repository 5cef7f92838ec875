import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/compat';
import { formatCompact, formatDayOfMonth } from '@/lib/format';
import { t } from '@/lib/i18n';
import css from './overview.module.css';
import { labelled, ticks } from './scale';

const HEIGHT = 180;
const BOTTOM = 150;
const TOP = 20;
const LEFT = 40;
const LABEL = 100;
/** Of the words along the bottom: of a letter, and of half a day's name with some air. */
const LETTER = 6.5;
const HALF = 40;
const FIRST_WIDTH = 470;

export type Box = { readonly left: number; readonly right: number; readonly y: (value: number) => number };

type ChartProps = {
  /** The chart in one sentence. */
  readonly summary: string;
  readonly scale: { readonly top: number; readonly step: number };
  /** The days along the bottom; the last one is today. */
  readonly days: readonly string[];
  /** What the last one is called. */
  readonly today?: string;
  /** Where in the box a place of the list is. */
  readonly x: (box: Box, index: number) => number;
  readonly children: (box: Box) => ComponentChildren;
};

/** The frame of a chart, drawn for the width there is, so that its words keep their size. */
export function Chart({ summary, scale, days, today, x, children }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const box: Box = { left: LEFT, right: width, y: (value) => BOTTOM - (value / scale.top) * (BOTTOM - TOP) };
  const last = today ?? t('overview.today');
  const places = labelled(days.length, Math.max(1, Math.floor((width - LEFT) / LABEL))).filter(
    (index) => x(box, index) + HALF < width - last.length * LETTER,
  );
  return (
    <div className={css.chart}>
      <div ref={frame}>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} height={HEIGHT} role="img" aria-label={summary}>
          {ticks(scale).map((value) => (
            <g key={value}>
              <line
                className={value === 0 ? css.axis : css.grid}
                x1={LEFT}
                x2={width}
                y1={box.y(value)}
                y2={box.y(value)}
              />
              <text x={LEFT - 6} y={box.y(value) + 4} text-anchor="end">
                {formatCompact(value)}
              </text>
            </g>
          ))}
          {children(box)}
          {places.map((index) => (
            <text key={index} x={x(box, index)} y={HEIGHT - 10} text-anchor={index === 0 ? 'start' : 'middle'}>
              {formatDayOfMonth(days[index] ?? '')}
            </text>
          ))}
          <text x={width} y={HEIGHT - 10} text-anchor="end">
            {last}
          </text>
        </svg>
      </div>
    </div>
  );
}

function useWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(FIRST_WIDTH);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.max(200, Math.floor(element.clientWidth))));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return width;
}
