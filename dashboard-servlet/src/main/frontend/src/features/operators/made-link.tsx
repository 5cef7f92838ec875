import { Note } from '@/components/note';
import { OneTimeLink } from '@/components/one-time-link';
import { Time } from '@/components/time';
import type { SentOperatorLink } from '@/lib/api-types';
import { rich, t } from '@/lib/i18n';

type MadeLinkProps = {
  readonly link: SentOperatorLink;
  readonly name: string;
  readonly onDismiss?: () => void;
};

/** Where a link to come in by went: mailed, or here for the operator to hand over. */
export function MadeLink({ link, name, onDismiss }: MadeLinkProps) {
  const until = <Time at={link.expiresAt} as="when" />;
  if (!link.link) {
    return (
      <Note tone="ok" alert>
        {rich('operators.link.mailed', { to: link.to ?? name, time: until })}
      </Note>
    );
  }
  return (
    <OneTimeLink link={absolute(link.link)} onDismiss={onDismiss}>
      {t('operators.link.handOver', { name })} {rich('operators.link.once', { time: until })}
    </OneTimeLink>
  );
}

/** Where the server doesn't know the dashboard's address, this page does. */
const absolute = (link: string) => new URL(link, document.baseURI).href;
