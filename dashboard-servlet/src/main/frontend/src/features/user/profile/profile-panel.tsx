import { useRef, useState } from 'preact/compat';
import { Address } from '@/components/address';
import { Button } from '@/components/button';
import { Copy } from '@/components/copy';
import { Facts, Panel } from '@/components/panel';
import { afterRender } from '@/lib/after-render';
import type { User } from '@/lib/api-types';
import { formDrafts } from '@/lib/form-drafts';
import { t } from '@/lib/i18n';
import { formatPhone } from '@/lib/phone';
import { useSession } from '@/lib/session';
import text from '@/styles/text.module.css';
import { ProfileEdit } from './profile-edit';
import { isTyped, type ProfileDraft, startDraft } from './profile-form';

type ProfilePanelProps = { readonly user: User; readonly mayEdit: boolean; readonly onChanged: () => void };

const drafts = formDrafts<ProfileDraft>(isTyped);

/** Read, or edited in place; nothing typed is lost but by discarding it. */
export function ProfilePanel({ user, mayEdit, onChanged }: ProfilePanelProps) {
  const { operator } = useSession();
  const key = `${operator.id} ${user.id}`;
  const [draft, setDraft] = useState(() => drafts.of(key));
  const [opened, setOpened] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);

  const change = (next: ProfileDraft | undefined) => {
    drafts.keep(key, next);
    setDraft(next);
    if (!next) afterRender(() => edit.current?.focus());
  };

  if (draft && mayEdit) {
    return <ProfileEdit user={user} draft={draft} autoFocus={opened} onDraft={change} onChanged={onChanged} />;
  }
  const start = () => {
    setOpened(true);
    change(startDraft(user));
  };
  return (
    <Panel
      id="profile"
      title={t('user.profile')}
      acts={
        mayEdit && (
          <Button ref={edit} small tone="ghost" icon="edit" label={t('user.profile.edit')} onClick={start}>
            {t('json.edit')}
          </Button>
        )
      }
    >
      <ProfileFacts user={user} />
    </Panel>
  );
}

function ProfileFacts({ user }: { readonly user: User }) {
  const none = <span className={text.faint}>{t('common.none')}</span>;
  const facts = [
    { label: t('user.name'), value: user.name || none },
    { label: t('user.email'), value: user.email ? <Address>{user.email}</Address> : none },
    { label: t('user.phone'), value: user.phone ? formatPhone(user.phone) : none },
    { label: t('user.externalId'), value: user.externalId ? <Copy value={user.externalId} /> : none },
  ];
  return <Facts facts={facts} />;
}
