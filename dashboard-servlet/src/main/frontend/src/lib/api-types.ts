/** The documents of the dashboard's JSON API, as the server writes them. Absent values are null or left out. */

export type Maybe<T> = T | null | undefined;

/** A label with a key to translate it by; `text` is used where no message has that key. */
export type Text = { readonly key: string; readonly text: string };

export type Capabilities = {
  readonly app: { readonly name: string };
  readonly operator: Operator;
  readonly permissions: readonly string[];
  readonly tenants: readonly Tenant[];
  /** What a word of a search finds: `contains`, or `word_start`. */
  readonly searchMode?: Maybe<string>;
  readonly columns: readonly Column[];
  readonly filters?: Maybe<readonly Filter[]>;
  readonly sections: readonly Section[];
  readonly pages: readonly Page[];
  readonly passwordRules?: Maybe<PasswordRules>;
  readonly mail?: Maybe<{ readonly configured: boolean }>;
  /** What recipes ask for when a user is created. */
  readonly createFields?: Maybe<readonly CreateFields[]>;
  /** What recipes have to say of a change to a part of a profile. */
  readonly profileHints?: Maybe<readonly ProfileHint[]>;
  /** What recipes offer to do to many users. */
  readonly bulkActions?: Maybe<readonly BulkAction[]>;
  /** The largest file with users that is taken. */
  readonly imports?: Maybe<{ readonly maxBytes: number }>;
};

/** What became of a file with users, or would. */
export type ImportReport = {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Whether the end of the file was reached. */
  readonly finished: boolean;
  /** The first of those that this request refused. */
  readonly refusals: readonly RefusedRow[];
};

export type RefusedRow = {
  readonly line: number;
  readonly reasons: readonly { readonly field: string; readonly code: string; readonly message: string }[];
};

/** Lengths are in characters. How long links to choose a password work is absent where none can be made. */
export type PasswordRules = {
  readonly min: number;
  readonly max?: Maybe<number>;
  readonly resetHours?: Maybe<number>;
  readonly invitationHours?: Maybe<number>;
};

export type CreateFields = { readonly recipe: string; readonly fields: readonly Field[] };

export type ProfileHint = { readonly field: string; readonly text: Text };

export type Operator = {
  readonly id: string;
  readonly name: string;
  readonly email?: Maybe<string>;
  readonly preset: string;
  /** All there are and will be, not only those in the list. */
  readonly allTenants: boolean;
  readonly canSignOut: boolean;
};

export type Tenant = { readonly id: string; readonly name: string };

/** If it is not exact, there are more. */
export type Count = { readonly number: number; readonly exact: boolean };

export type TenantRow = Tenant & {
  readonly createdAt: string;
  /** The ways to sign in that are on. */
  readonly methods: readonly string[];
  readonly users: Count;
};

export type TenantList = {
  readonly items: readonly TenantRow[];
  readonly nextCursor?: Maybe<string>;
  readonly previousCursor?: Maybe<string>;
};

/** The sessions are there for those who can end them. */
export type TenantRecord = { readonly tenant: TenantRow; readonly sessions?: Maybe<Count> };

/** `onlyHere` are the users who are in no other tenant. */
export type TenantDeletion = { readonly users: Count; readonly onlyHere: Count; readonly sessions: Count };

export type CellKind = 'title' | 'tenants' | 'text' | 'mono' | 'number' | 'date' | 'status' | 'flag' | 'chips' | 'user';

export type Column = {
  readonly id: string;
  readonly recipe: string;
  readonly label: Text;
  /** One of {@link CellKind}; an unknown kind is drawn as text. */
  readonly kind: string;
  readonly width: string;
  readonly priority: number;
  readonly small: string;
};

/** A recipe's filter of the users list; its parameter is `f.` and its id. */
export type Filter = {
  readonly id: string;
  readonly recipe: string;
  readonly label: Text;
  /** `oneof`, `anyof`, `yesno` or `range`. */
  readonly kind: string;
  readonly choices?: Maybe<readonly { readonly id: string; readonly label: Text }[]>;
  /** Where the choices come from when they are not fixed. */
  readonly options?: Maybe<string>;
};

export type Tone = 'ok' | 'warn' | 'danger' | 'none';

export type StatusValue = { readonly tone: string; readonly label: Text };
export type ChipValue = { readonly label: string; readonly hint?: Maybe<string> };
export type UserValue = { readonly id: string; readonly name?: Maybe<string>; readonly email?: Maybe<string> };
export type TitleValue = { readonly title: string; readonly line?: Maybe<string>; readonly locked?: Maybe<Text> };
export type FirstChips = { readonly first: readonly ChipValue[]; readonly total: number };
export type CellValue = Maybe<
  | string
  | number
  | boolean
  | TitleValue
  | StatusValue
  | UserValue
  | FirstChips
  | readonly ChipValue[]
  | readonly string[]
>;

export type Field = {
  readonly name: string;
  readonly label: Text;
  readonly kind: string;
  readonly required: boolean;
  readonly help?: Maybe<Text>;
  readonly maxLength?: Maybe<number>;
  readonly options?: Maybe<readonly { readonly id: string; readonly label: Text | string }[]>;
  readonly mono?: Maybe<boolean>;
  /** Where words to choose from come from, for tags and names. */
  readonly suggestions?: Maybe<string>;
  /** Folded away when a user is created. */
  readonly advanced?: Maybe<boolean>;
};

export type Confirm = {
  readonly title: Text;
  readonly text?: Maybe<Text>;
  /** Where the facts come from; absent when there are none to fetch. */
  readonly facts?: Maybe<string>;
  readonly typeToConfirm?: Maybe<boolean>;
  readonly button: Text;
};

export type Action = {
  readonly label: Text;
  readonly icon?: Maybe<string>;
  readonly tone: string;
  readonly method: string;
  readonly path: string;
  readonly form?: Maybe<readonly Field[]>;
  readonly confirm?: Maybe<Confirm>;
  readonly done?: Maybe<Text>;
  /** True when it takes an operator for all of the user's tenants. */
  readonly wholeUser?: Maybe<boolean>;
};

export type AddAction = Action & { readonly options: string; readonly many: boolean; readonly field: string };

export type ConfirmFacts = {
  readonly facts: readonly { readonly count: number; readonly text: Text; readonly names?: Maybe<readonly string[]> }[];
  readonly confirm?: Maybe<string>;
  /** What could not be counted, in words. */
  readonly errors?: Maybe<readonly string[]>;
};

export type Option = { readonly id: string; readonly label: string; readonly hint?: Maybe<string> };

/** A recipe's section of the user page. Which fields it has depends on its kind. */
export type Section = {
  readonly id: string;
  readonly recipe: string;
  readonly title: Text;
  readonly icon: string;
  readonly width: string;
  readonly perTenant?: Maybe<boolean>;
  readonly kind: string;
  readonly empty?: Maybe<Text>;
  readonly add?: Maybe<AddAction>;
  readonly remove?: Maybe<Action>;
  readonly actions?: Maybe<readonly Maybe<Action>[]>;
  readonly columns?: Maybe<readonly Column[]>;
  readonly rowActions?: Maybe<readonly Maybe<Action>[]>;
  readonly save?: Maybe<SaveAction>;
};

/** Sends `{ [field]: text }` with the ETag of what it was made from. */
export type SaveAction = {
  readonly label: Text;
  readonly method: string;
  readonly path: string;
  readonly done?: Maybe<Text>;
  readonly wholeUser?: Maybe<boolean>;
  readonly field: string;
  readonly maxBytes: number;
};

/** JSON as text, never parsed: absent when there is none. */
export type JsonData = { readonly json?: Maybe<string>; readonly etag: string };

export type ChipItem = {
  readonly id: string;
  readonly label: string;
  readonly hint?: Maybe<string>;
  readonly tenant?: Maybe<string>;
  readonly locked?: Maybe<boolean>;
  readonly reason?: Maybe<Text>;
};

/** What can be chosen; `more` says that a search may find others. */
export type Options = { readonly items: readonly Option[]; readonly more?: Maybe<boolean> };

export type ChipsData = {
  readonly items: readonly ChipItem[];
  readonly more?: Maybe<{
    readonly label: Text;
    readonly items: readonly {
      readonly label: string;
      readonly hint?: Maybe<string>;
      readonly tenant?: Maybe<string>;
    }[];
  }>;
};

/** Not now when there is a reason, which may hold `{time}`; later by itself when there is a time. */
export type Offer = {
  readonly action: string;
  readonly reason?: Maybe<Text>;
  readonly availableAt?: Maybe<string>;
};

export type FactsData = {
  readonly headline?: Maybe<{
    readonly icon: string;
    readonly tone: string;
    readonly title: Text;
    readonly line?: Maybe<string>;
    readonly at?: Maybe<string>;
  }>;
  readonly notice?: Maybe<{ readonly tone: string; readonly text: string }>;
  /** Which of the section's actions there are, by the key of their label; absent for all of them. */
  readonly offers?: Maybe<readonly Offer[]>;
  readonly rows: readonly { readonly label: Text; readonly kind: string; readonly value: CellValue }[];
};

export type TableRow = {
  readonly key: string;
  readonly cells: Readonly<Record<string, CellValue>>;
  /** Where it leads, relative to the mount. */
  readonly link?: Maybe<string>;
};
export type TableData = { readonly items: readonly TableRow[] };

export type PanelResult =
  | { readonly data: unknown; readonly error?: undefined }
  | { readonly data?: undefined; readonly error: { readonly detail?: Maybe<string> } };

export type Page = {
  readonly id: string;
  readonly recipe: string;
  readonly title: Text;
  readonly icon: string;
  readonly kind: string;
  readonly columns: readonly Column[];
  readonly data: string;
  readonly search?: Maybe<Text>;
  readonly empty: { readonly title: Text; readonly text: Text; readonly code?: Maybe<string> };
  readonly create?: Maybe<Action>;
  /** For all rows together. */
  readonly actions?: Maybe<readonly Maybe<Action>[]>;
  readonly rowActions?: Maybe<readonly Maybe<Action>[]>;
  readonly preview?: Maybe<PreviewShape>;
};

/** What the previews of a page look like; the paths have `{item}` for the key of the row. */
export type PreviewShape = {
  readonly data: string;
  readonly edit?: Maybe<Action>;
  readonly actions: readonly Maybe<Action>[];
  readonly parts: readonly PreviewPartShape[];
};

export type PreviewPartShape = {
  readonly id: string;
  readonly title: Text;
  readonly kind: string;
  readonly empty?: Maybe<Text>;
  readonly groupBy?: Maybe<string>;
  readonly columns?: Maybe<readonly Column[]>;
  readonly more?: Maybe<string>;
  readonly all?: Maybe<Text>;
};

/** One row in full. Locks say why not, by field and by `METHOD path` of an action. */
export type RowPreview = {
  readonly title: string;
  readonly line?: Maybe<string>;
  readonly changedAt?: Maybe<string>;
  readonly etag: string;
  readonly values: Readonly<Record<string, string | boolean | readonly string[]>>;
  readonly parts: Readonly<Record<string, unknown>>;
  readonly lockedFields: Readonly<Record<string, Text>>;
  readonly lockedActions: Readonly<Record<string, Text>>;
};

export type LabelsData = { readonly labels: readonly string[] };
export type PreviewRows = PageRows & { readonly total?: Maybe<number>; readonly all?: Maybe<string> };

export type PageRows = TableData & { readonly nextCursor?: Maybe<string>; readonly previousCursor?: Maybe<string> };

export type UserStatus = 'active' | 'suspended' | 'invited';

export type UserRow = {
  readonly id: string;
  readonly name?: Maybe<string>;
  readonly email?: Maybe<string>;
  readonly phone?: Maybe<string>;
  readonly status: string;
  readonly joinedAt: string;
  readonly lastSeenAt?: Maybe<string>;
  readonly tenants: readonly string[];
  readonly methods: readonly { readonly kind: string; readonly provider?: Maybe<string> }[];
  readonly cells?: Maybe<Readonly<Record<string, CellValue>>>;
  readonly cellErrors?: Maybe<Readonly<Record<string, string>>>;
};

export type UserList = {
  readonly items: readonly UserRow[];
  readonly nextCursor?: Maybe<string>;
  readonly previousCursor?: Maybe<string>;
};

/** How many fit the filters; at least so many if not exact. */
export type UserCount = { readonly count: number; readonly exact: boolean };

export type Method = {
  readonly id: string;
  readonly kind: string;
  readonly email?: Maybe<string>;
  readonly phone?: Maybe<string>;
  readonly provider?: Maybe<string>;
  readonly subject?: Maybe<string>;
  readonly createdAt: string;
  readonly primary?: Maybe<boolean>;
  /** False for the last one. */
  readonly removable?: Maybe<boolean>;
};

export type Suspension = {
  readonly reason?: Maybe<string>;
  readonly until?: Maybe<string>;
  readonly since?: Maybe<string>;
  readonly by?: Maybe<string>;
};

export type User = {
  readonly id: string;
  readonly name?: Maybe<string>;
  readonly email?: Maybe<string>;
  readonly phone?: Maybe<string>;
  readonly externalId?: Maybe<string>;
  readonly status: string;
  readonly joinedAt: string;
  readonly lastSeenAt?: Maybe<string>;
  readonly version: number;
  readonly tenants: readonly string[];
  readonly methods: readonly Method[];
  readonly suspension?: Maybe<Suspension>;
  /** False when the user is in tenants, too, that this operator does not look after. */
  readonly mayEdit?: Maybe<boolean>;
};

export type NewUser = {
  readonly tenant?: string;
  readonly method: 'password' | 'passwordless';
  readonly email?: string;
  readonly phone?: string;
  readonly name?: string;
  readonly password?: string;
  readonly invite?: boolean;
  readonly recipes?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

/** A link is there only when no mail server is set: somebody has to hand it over. */
export type CreatedUser = {
  readonly id: string;
  readonly notices?: Maybe<readonly Text[]>;
  readonly inviteLink?: Maybe<string>;
};

export type SentReset = { readonly sent: boolean; readonly to?: Maybe<string>; readonly link?: Maybe<string> };

export type Session = {
  readonly handle: string;
  readonly createdAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  readonly ip?: Maybe<string>;
  readonly userAgent?: Maybe<string>;
  readonly tenant: string;
  readonly method: string;
  /** A note of the host's, shown as it is. */
  readonly hostData?: Maybe<string>;
};

export type SessionList = {
  readonly items: readonly Session[];
  readonly nextCursor?: Maybe<string>;
  readonly previousCursor?: Maybe<string>;
};

export type AuditEvent = {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly actor: {
    readonly kind: string;
    readonly id?: Maybe<string>;
    readonly name?: Maybe<string>;
    readonly ip?: Maybe<string>;
    readonly userAgent?: Maybe<string>;
  };
  /** Without a name the user is gone or out of reach. */
  readonly user?: Maybe<{ readonly id: string; readonly name?: Maybe<string> }>;
  readonly tenant?: Maybe<string>;
  readonly target?: Maybe<string>;
  readonly changes: readonly {
    readonly field: string;
    readonly before?: Maybe<string>;
    readonly after?: Maybe<string>;
  }[];
};

export type EventList = {
  readonly items: readonly AuditEvent[];
  readonly nextCursor?: Maybe<string>;
  readonly previousCursor?: Maybe<string>;
};

/** Without `keptDays` events are kept for ever. */
export type AuditLog = EventList & { readonly keptDays?: Maybe<number> };

export type UserRecord = {
  readonly user: User;
  readonly sessions?: Maybe<SessionList>;
  readonly timeline?: Maybe<EventList>;
  readonly panels: Readonly<Record<string, PanelResult>>;
};

/** Something a recipe does to many users, with values from `options`. */
export type BulkAction = {
  readonly action: string;
  readonly label: Text;
  readonly icon: string;
  readonly options: string;
};

export type Job = {
  readonly id: string;
  readonly action: string;
  readonly operator: string;
  readonly state: string;
  readonly expected: { readonly number: number; readonly exact: boolean };
  readonly done: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly reason?: Maybe<string>;
  readonly createdAt: string;
  readonly endedAt?: Maybe<string>;
  readonly changeable: boolean;
};

export type JobPage = {
  readonly items: readonly Job[];
  readonly nextCursor?: Maybe<string>;
  readonly previousCursor?: Maybe<string>;
};

/** Without a name the user is gone or out of reach. */
export type JobRefusal = {
  readonly user: string;
  readonly name?: Maybe<string>;
  readonly code: string;
  readonly reason: string;
};

export type RefusalPage = {
  readonly items: readonly JobRefusal[];
  readonly nextCursor?: Maybe<string>;
  readonly previousCursor?: Maybe<string>;
};

/** Days are UTC, the oldest first, today last; without `now` as long as nothing is counted. */
export type Overview = { readonly now?: Maybe<OverviewNow>; readonly days: readonly OverviewDay[] };

export type OverviewNow = {
  readonly at: string;
  readonly users: number;
  readonly activeToday: number;
  readonly activeInWeek: number;
  readonly activeInMonth: number;
  readonly weekBefore?: Maybe<number>;
  readonly monthBefore?: Maybe<number>;
};

/** Without the latter three nobody counted on that day. */
export type OverviewDay = {
  readonly day: string;
  readonly joined: number;
  readonly active?: Maybe<number>;
  /** Of the day that was as many days before as are shown. */
  readonly activeBefore?: Maybe<number>;
  readonly activeInWeek?: Maybe<number>;
  readonly activeInMonth?: Maybe<number>;
};
