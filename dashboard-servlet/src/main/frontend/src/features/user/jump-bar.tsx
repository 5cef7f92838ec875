import { sectionCount } from '@/components/panels/user-section';
import type { Section, UserRecord } from '@/lib/api-types';
import { formatNumber } from '@/lib/format';
import { label, t } from '@/lib/i18n';
import { linkTo } from '@/lib/router';
import { useSession } from '@/lib/session';
import { sessionsWords } from './dialogs/open-dialog';
import { useCurrentStop } from './use-current-stop';
import css from './user.module.css';

type JumpBarProps = { readonly record: UserRecord; readonly sections: readonly Section[] };
type Stop = { readonly id: string; readonly words: string; readonly count?: number | string };

/** Links to the panels of this page; the one that one is at is current. */
export function JumpBar({ record, sections }: JumpBarProps) {
  const { tenants } = useSession();
  const stops = stopsOf(record, sections, tenants.length > 1);
  const { current, follow } = useCurrentStop(stops.map((stop) => stop.id));
  const here = linkTo(['users', record.user.id]);
  return (
    <nav className={css.jumpbar} aria-label={t('user.onThisPage')}>
      <ul>
        {stops.map((stop) => (
          <li key={stop.id}>
            <a
              href={`${here}#${encodeURIComponent(stop.id)}`}
              onClick={() => follow(stop.id)}
              aria-current={stop.id === current ? 'location' : undefined}
            >
              {stop.words}
              {stop.count !== undefined && (
                <span className={css.count}>
                  {typeof stop.count === 'number' ? formatNumber(stop.count) : stop.count}
                </span>
              )}
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
    ...(sessions ? [{ id: 'sessions', words: t('user.sessions'), count: sessionsWords(sessions) }] : []),
    ...(mails ? [{ id: 'mails', words: t('mail.title') }] : []),
    ...(timeline ? [{ id: 'timeline', words: t('timeline.title') }] : []),
  ];
}
