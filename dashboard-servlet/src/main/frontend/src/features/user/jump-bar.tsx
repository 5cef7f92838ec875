import { useEffect, useState } from 'preact/compat';
import { sectionCount } from '@/components/panels/user-section';
import type { Section, UserRecord } from '@/lib/api-types';
import { formatNumber } from '@/lib/format';
import { label, t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import { sessionCount } from './dialogs/open-dialog';
import css from './user.module.css';

type JumpBarProps = { readonly record: UserRecord; readonly sections: readonly Section[] };
type Stop = { readonly id: string; readonly words: string; readonly count?: number };

/** Links to the panels of this page; the one in view is current. */
export function JumpBar({ record, sections }: JumpBarProps) {
  const { tenants } = useSession();
  const stops = stopsOf(record, sections, tenants.length > 1);
  const current = useInView(stops.map((stop) => stop.id));
  const here = linkTo(['users', record.user.id]);
  return (
    <nav className={css.jumpbar} aria-label={t('user.onThisPage')}>
      <ul>
        {stops.map((stop) => (
          <li key={stop.id}>
            <a
              href={`${here}#${encodeURIComponent(stop.id)}`}
              aria-current={stop.id === current ? 'location' : undefined}
            >
              {stop.words}
              {stop.count !== undefined && <span className={css.count}>{formatNumber(stop.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function stopsOf(record: UserRecord, sections: readonly Section[], severalTenants: boolean): readonly Stop[] {
  const { user, sessions, mails, timeline, panels } = record;
  const recipes = sections.map((section) => ({
    id: section.id,
    words: label(section.title),
    count: sectionCount(section, panels[section.id], user),
  }));
  return [
    { id: 'profile', words: t('user.profile') },
    { id: 'methods', words: t('user.methods'), count: user.methods.length },
    ...recipes,
    ...(severalTenants ? [{ id: 'tenants', words: t('user.tenants'), count: user.tenants.length }] : []),
    ...(sessions ? [{ id: 'sessions', words: t('user.sessions'), count: sessionCount(sessions) }] : []),
    ...(mails ? [{ id: 'mails', words: t('mail.title') }] : []),
    ...(timeline ? [{ id: 'timeline', words: t('timeline.title') }] : []),
  ];
}

/** The first of `ids` that is in the upper part of the window. */
function useInView(ids: readonly string[]): string | undefined {
  const [current, setCurrent] = useState(ids[0]);
  const key = ids.join(' ');

  useEffect(() => {
    const seen = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (entry.isIntersecting) seen.add(entry.target.id);
          else seen.delete(entry.target.id);
        }
        const first = ids.find((id) => seen.has(id));
        if (first) setCurrent(first);
      },
      { rootMargin: '-96px 0px -60% 0px' },
    );
    for (const id of ids) {
      const panel = document.getElementById(id);
      if (panel) observer.observe(panel);
    }
    return () => observer.disconnect();
  }, [key]);

  return current;
}
