import { useRef, useState } from 'preact/compat';
import { FieldFrame, TextField } from '@/components/form/field';
import field from '@/components/form/field.module.css';
import { Select } from '@/components/form/select';
import { SubmitDialog } from '@/components/overlay/submit-dialog';
import { defaultTenant } from '@/lib/default-tenant';
import { formDrafts } from '@/lib/form-drafts';
import { t } from '@/lib/i18n';
import { toast } from '@/lib/notify';
import { removeQueries } from '@/lib/query';
import { linkTo, navigate } from '@/lib/router';
import { useSession } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { createUser } from '../api/user';
import { keepOneTimeLink } from '../one-time-link';
import { type CreateDraft, checkCreation, isTyped, newUserOf, startCreating } from './create-form';
import { FirstPassword } from './first-password';
import { RecipeFields, recipeFieldNames } from './recipe-fields';
import { SignInKind } from './sign-in-kind';
import { takenMessage } from './taken-messages';

type CreateUserProps = {
  /** Of the list behind it. */
  readonly tenant: string | undefined;
  readonly onClose: () => void;
};

const drafts = formDrafts<CreateDraft>(isTyped);

/** A new user. What is typed stays when one goes elsewhere and comes back, but for a password. */
export function CreateUser({ tenant, onClose }: CreateUserProps) {
  const session = useSession();
  const { operator, tenants, passwordRules, mail } = session;
  const recipes = session.createFields;
  const form = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(
    () => drafts.of(operator.id) ?? startCreating(recipes, defaultTenant(tenants, tenant), passwordRules),
  );
  const submit = useSubmit(form, ['tenant', 'email', 'phone', 'name', 'password', ...recipeFieldNames(recipes)]);
  const { errors, failure } = submit;

  const change = (part: Partial<CreateDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    drafts.keep(operator.id, { ...next, password: '' });
  };
  const forgetDraft = () => drafts.keep(operator.id, undefined);
  const close = () => {
    forgetDraft();
    onClose();
  };

  const create = () =>
    submit.run(checkCreation(draft, recipes, passwordRules, tenants), async () => {
      const { id, inviteLink } = await createUser(newUserOf(draft, recipes));
      forgetDraft();
      removeQueries('users');
      if (inviteLink) keepOneTimeLink(id, inviteLink);
      const invited = draft.kind === 'password' && draft.first === 'invite';
      toast(t(inviteLink ? 'create.handOver' : invited ? 'create.invited' : 'create.done'));
      navigate(linkTo(['users', id]), { replace: true });
    });

  const at = (name: 'email' | 'phone') =>
    errors[name] && failure ? takenMessage(errors[name], name, failure, session) : errors[name];

  return (
    <SubmitDialog
      title={t('create.title')}
      form={form}
      submit={submit}
      button={t('create.title')}
      busy={t('create.busy')}
      large
      addressed
      dirty={isTyped(draft)}
      onSubmit={() => void create()}
      onClose={close}
    >
      {tenants.length > 1 && (
        <FieldFrame label={t('users.tenant')} error={errors.tenant}>
          {({ id, describedBy }) => (
            <Select
              id={id}
              wide
              placeholder={t('tenants.choose')}
              describedBy={describedBy}
              invalid={errors.tenant !== undefined}
              value={draft.tenant}
              options={tenants.map(({ id, name }) => ({ id, label: name }))}
              onChange={(value) => change({ tenant: value })}
            />
          )}
        </FieldFrame>
      )}
      <SignInKind value={draft.kind} onChange={(kind) => change({ kind })} />
      <div className={field.grid2}>
        {draft.kind === 'phone' ? (
          <TextField
            key="phone"
            name="phone"
            type="tel"
            label={t('user.phone')}
            help={t('create.phone.help')}
            value={draft.phone}
            error={at('phone')}
            onChange={(phone) => change({ phone })}
          />
        ) : (
          <TextField
            key="email"
            name="email"
            type="email"
            autoFocus
            label={t('user.email')}
            value={draft.email}
            error={at('email')}
            onChange={(email) => change({ email })}
          />
        )}
        <TextField
          name="name"
          optional
          label={t('user.name')}
          value={draft.name}
          error={errors.name}
          onChange={(name) => change({ name })}
        />
      </div>
      {draft.kind === 'password' && (
        <FirstPassword
          draft={draft}
          error={errors.password}
          rules={passwordRules}
          mails={mail.delivery === 'sender'}
          onChange={change}
        />
      )}
      <RecipeFields
        recipes={recipes}
        values={draft.recipes}
        errors={errors}
        onChange={(values) => change({ recipes: values })}
      />
    </SubmitDialog>
  );
}
