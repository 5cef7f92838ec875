import type { ComponentChildren } from 'preact';
import css from '@/components/panel.module.css';
import { formatNumber } from '@/lib/format';

type PanelProps = {
  readonly id: string;
  readonly title: string;
  /** Words where it is not known exactly. */
  readonly count?: number | string;
  readonly acts?: ComponentChildren;
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
};

/** A titled part of a record. Its id is the anchor that the jump bar and links lead to. */
export function Panel({ id, title, count, acts, foot, children }: PanelProps) {
  const heading = `${id}-heading`;
  return (
    <section className={css.panel} id={id} aria-labelledby={heading}>
      <div className={css.head}>
        <h2 id={heading}>
          {title}{' '}
          {count !== undefined && (
            <span className={css.count}>{typeof count === 'number' ? formatNumber(count) : count}</span>
          )}
        </h2>
        {acts && <div className={css.acts}>{acts}</div>}
      </div>
      {children}
      {foot && <div className={css.foot}>{foot}</div>}
    </section>
  );
}

export function PanelBody({ children }: { readonly children: ComponentChildren }) {
  return <div className={css.body}>{children}</div>;
}

type Fact = { readonly label: string; readonly value: ComponentChildren };

export function Facts({ facts, columns = 2 }: { readonly facts: readonly Fact[]; readonly columns?: 1 | 2 }) {
  return (
    <dl className={css.facts} data-columns={columns}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
