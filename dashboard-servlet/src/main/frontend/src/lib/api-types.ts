// Generated from api/openapi.json by "npm run api-types". Do not edit.

interface components {
    schemas: {
        /** @description What went wrong (RFC 9457). A kind of problem may add members of its own. */
        readonly Problem: {
            /** @description This occurrence, in words for people. */
            readonly detail?: string;
            /** @description A code that tells apart what the type doesn't. */
            readonly reason?: string;
            /** @description The same words for each problem of the type. */
            readonly title: string;
            /** @description What the server's log has more under. */
            readonly trace?: string;
            /** Format: uri */
            readonly type: string;
            readonly status: number;
            /** @description In how many seconds it is worth trying again. */
            readonly retryAfter?: number;
            /** @description What is wrong with which part of the body. */
            readonly errors?: readonly components["schemas"]["FieldProblem"][];
        };
        readonly FieldProblem: {
            /** @description For programs. */
            readonly code: string;
            /** @description In words for people. */
            readonly detail: string;
            /** @description Where, as a JSON Pointer (RFC 6901); empty for the whole body. */
            readonly pointer: string;
            /** @description The number that the words name, if they name one, as in the least length. */
            readonly count?: number;
        };
        readonly Capabilities: {
            readonly app: components["schemas"]["App"];
            readonly operator: components["schemas"]["Operator"];
            readonly permissions: readonly string[];
            readonly tenants: readonly components["schemas"]["Tenant"][];
            /** @enum {string} */
            readonly searchMode: "contains" | "word_start";
            readonly columns: readonly components["schemas"]["Column"][];
            readonly filters: readonly components["schemas"]["Filter"][];
            readonly sections: readonly components["schemas"]["Section"][];
            readonly pages: readonly components["schemas"]["PageShape"][];
            readonly passwordRules: components["schemas"]["PasswordRules"];
            readonly mail: components["schemas"]["Mail"];
            readonly createFields: readonly components["schemas"]["CreateFields"][];
            readonly profileHints: readonly components["schemas"]["ProfileHint"][];
            readonly mergeHints: readonly components["schemas"]["Text"][];
            readonly bulkActions: readonly components["schemas"]["BulkAction"][];
            readonly imports: components["schemas"]["Imports"];
            readonly auditTexts: readonly components["schemas"]["AuditText"][];
            readonly permissionTexts: readonly components["schemas"]["PermissionText"][];
        };
        readonly App: {
            readonly name: string;
            readonly signUpPage?: string;
        };
        readonly Operator: {
            readonly id: string;
            readonly name: string;
            readonly email?: string;
            readonly preset: components["schemas"]["Preset"];
            readonly allTenants: boolean;
            readonly canSignOut: boolean;
            readonly readOnly: boolean;
            readonly language?: string;
            readonly timeZone?: string;
        };
        readonly Preset: {
            readonly id: string;
            readonly name?: string;
        };
        readonly Tenant: {
            readonly id: string;
            readonly name: string;
        };
        readonly Column: {
            readonly id: string;
            readonly recipe: string;
            readonly label: components["schemas"]["Text"];
            /** @enum {string} */
            readonly kind: "title" | "text" | "mono" | "number" | "date" | "status" | "flag" | "chips" | "user" | "tenants";
            /** @enum {string} */
            readonly width: "xs" | "sm" | "md" | "lg" | "grow";
            /** Format: int32 */
            readonly priority: number;
            /** @enum {string} */
            readonly small: "main" | "end" | "line" | "end2" | "hide";
        };
        readonly Text: {
            readonly key: string;
            readonly text: string;
            readonly one?: string;
        };
        readonly Filter: {
            readonly id: string;
            readonly recipe: string;
            readonly label: components["schemas"]["Text"];
            /** @enum {string} */
            readonly kind: "oneof" | "anyof" | "yesno" | "range";
            readonly choices?: readonly components["schemas"]["Choice"][];
            readonly options?: string;
        };
        readonly Choice: {
            readonly id: string;
            readonly label: components["schemas"]["Text"];
        };
        readonly Options: {
            readonly items: readonly components["schemas"]["Option"][];
            readonly more: boolean;
        };
        readonly Option: {
            readonly id: string;
            readonly label: string;
            readonly hint?: string;
        };
        readonly Section: components["schemas"]["ChipsSection"] | components["schemas"]["FactsSection"] | components["schemas"]["TableSection"] | components["schemas"]["JsonSection"];
        readonly ChipsSection: {
            readonly id: string;
            readonly recipe: string;
            readonly title: components["schemas"]["Text"];
            readonly icon: string;
            /** @enum {string} */
            readonly width: "half" | "full";
            readonly perTenant: boolean;
            readonly empty?: components["schemas"]["Text"];
            readonly add?: components["schemas"]["AddAction"];
            readonly remove?: components["schemas"]["Action"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "chips";
        };
        readonly AddAction: {
            readonly label: components["schemas"]["Text"];
            readonly icon?: string;
            /** @enum {string} */
            readonly tone: "normal" | "primary" | "danger";
            /** @enum {string} */
            readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
            readonly path: string;
            readonly form?: readonly components["schemas"]["Field"][];
            readonly confirm?: components["schemas"]["Confirm"];
            readonly done?: components["schemas"]["Text"];
            readonly wholeUser: boolean;
            readonly options: string;
            readonly many: boolean;
            readonly field: string;
        };
        readonly Field: {
            readonly name: string;
            readonly label: components["schemas"]["Text"];
            /** @enum {string} */
            readonly kind: "text" | "long" | "email" | "switch" | "tags" | "names" | "json";
            readonly required: boolean;
            readonly help?: components["schemas"]["Text"];
            /** Format: int32 */
            readonly maxLength: number;
            readonly suggestions?: string;
        };
        readonly Confirm: {
            readonly title: components["schemas"]["Text"];
            readonly text?: components["schemas"]["Text"];
            readonly facts?: string;
            readonly typeToConfirm: boolean;
            readonly button: components["schemas"]["Text"];
        };
        readonly Facts: {
            readonly facts: readonly components["schemas"]["Fact"][];
            readonly confirm?: string;
        };
        readonly Fact: {
            /** Format: int64 */
            readonly count: number;
            readonly text: components["schemas"]["Text"];
            readonly names: readonly string[];
        };
        readonly Action: {
            readonly label: components["schemas"]["Text"];
            readonly icon?: string;
            /** @enum {string} */
            readonly tone: "normal" | "primary" | "danger";
            /** @enum {string} */
            readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
            readonly path: string;
            readonly form?: readonly components["schemas"]["Field"][];
            readonly confirm?: components["schemas"]["Confirm"];
            readonly done?: components["schemas"]["Text"];
            readonly wholeUser: boolean;
        };
        readonly FactsSection: {
            readonly id: string;
            readonly recipe: string;
            readonly title: components["schemas"]["Text"];
            readonly icon: string;
            /** @enum {string} */
            readonly width: "half" | "full";
            readonly actions: readonly components["schemas"]["Action"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "facts";
        };
        readonly TableSection: {
            readonly id: string;
            readonly recipe: string;
            readonly title: components["schemas"]["Text"];
            readonly icon: string;
            /** @enum {string} */
            readonly width: "half" | "full";
            readonly empty?: components["schemas"]["Text"];
            readonly columns: readonly components["schemas"]["Column"][];
            readonly rowActions: readonly components["schemas"]["Action"][];
            readonly actions: readonly components["schemas"]["Action"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "table";
        };
        readonly JsonSection: {
            readonly id: string;
            readonly recipe: string;
            readonly title: components["schemas"]["Text"];
            readonly icon: string;
            /** @enum {string} */
            readonly width: "half" | "full";
            readonly empty?: components["schemas"]["Text"];
            readonly save?: components["schemas"]["SaveAction"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "json";
        };
        readonly SaveAction: {
            readonly label: components["schemas"]["Text"];
            /** @enum {string} */
            readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
            readonly path: string;
            readonly done?: components["schemas"]["Text"];
            readonly wholeUser: boolean;
            readonly field: string;
            /** Format: int32 */
            readonly maxBytes: number;
        };
        readonly PageShape: {
            readonly id: string;
            readonly recipe: string;
            readonly title: components["schemas"]["Text"];
            readonly icon: string;
            /** @enum {string} */
            readonly kind: "table";
            readonly columns: readonly components["schemas"]["Column"][];
            readonly data: string;
            readonly search?: components["schemas"]["Text"];
            readonly filters: readonly components["schemas"]["RecipePageFilter"][];
            readonly empty: components["schemas"]["Empty"];
            readonly create?: components["schemas"]["Action"];
            readonly actions: readonly components["schemas"]["Action"][];
            readonly rowActions: readonly components["schemas"]["Action"][];
            readonly preview?: components["schemas"]["PreviewShape"];
        };
        readonly TableRowPage: {
            readonly items: readonly components["schemas"]["TableRow"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
        };
        readonly TableRow: {
            readonly key: string;
            readonly cells: {
                readonly [key: string]: components["schemas"]["CellValue"];
            };
            readonly link?: string;
            readonly actions?: boolean;
            readonly lockedActions?: {
                readonly [key: string]: components["schemas"]["Text"];
            };
        };
        readonly CellValue: string | number | boolean | components["schemas"]["TitleCell"] | components["schemas"]["StatusCell"] | components["schemas"]["UserCell"] | readonly components["schemas"]["ChipValue"][] | components["schemas"]["FirstChipsCell"] | readonly string[];
        readonly TitleCell: {
            readonly title: string;
            readonly line?: string;
        };
        readonly StatusCell: {
            /** @enum {string} */
            readonly tone: "none" | "ok" | "warn" | "danger";
            readonly label: components["schemas"]["Text"];
        };
        readonly UserCell: {
            readonly id: string;
            readonly name: string;
        };
        readonly ChipValue: {
            readonly label: string;
        };
        readonly FirstChipsCell: {
            readonly first: readonly components["schemas"]["ChipValue"][];
            /** Format: int64 */
            readonly total: number;
        };
        readonly RecipePageFilter: {
            readonly parameter: string;
            readonly label: components["schemas"]["Text"];
            readonly all: components["schemas"]["Text"];
            readonly choices: readonly components["schemas"]["UsersFilterChoice"][];
        };
        readonly UsersFilterChoice: {
            readonly id: string;
            readonly label: components["schemas"]["Text"];
        };
        readonly Empty: {
            readonly title: components["schemas"]["Text"];
            readonly text: components["schemas"]["Text"];
            readonly code?: string;
        };
        readonly PreviewShape: {
            readonly data: string;
            readonly edit?: components["schemas"]["Action"];
            readonly actions: readonly components["schemas"]["Action"][];
            readonly parts: readonly components["schemas"]["PreviewPartShape"][];
        };
        readonly RowPreview: {
            readonly title: string;
            readonly line?: string;
            /** Format: date-time */
            readonly changedAt?: string;
            readonly etag: string;
            readonly values: {
                readonly [key: string]: components["schemas"]["FieldValue"];
            };
            readonly parts: {
                readonly [key: string]: components["schemas"]["PreviewData"];
            };
            readonly lockedFields: {
                readonly [key: string]: components["schemas"]["Text"];
            };
            readonly lockedActions: {
                readonly [key: string]: components["schemas"]["Text"];
            };
        };
        readonly FieldValue: string | boolean | readonly string[];
        readonly PreviewData: components["schemas"]["PreviewLabels"] | components["schemas"]["PreviewFacts"] | components["schemas"]["PreviewRows"];
        readonly PreviewLabels: {
            readonly labels: readonly string[];
        };
        readonly PreviewFacts: {
            readonly rows: readonly components["schemas"]["FactRow"][];
        };
        readonly FactRow: {
            readonly label: components["schemas"]["Text"];
            /** @enum {string} */
            readonly kind: "title" | "text" | "mono" | "number" | "date" | "status" | "flag" | "chips" | "user" | "tenants";
            readonly value?: components["schemas"]["CellValue"];
        };
        readonly PreviewRows: {
            readonly items: readonly components["schemas"]["TableRow"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
            /** Format: int64 */
            readonly total?: number;
            readonly all?: string;
        };
        readonly PreviewPartShape: components["schemas"]["ChipsPart"] | components["schemas"]["FactsPart"] | components["schemas"]["TablePart"];
        readonly ChipsPart: {
            readonly id: string;
            readonly title: components["schemas"]["Text"];
            readonly empty: components["schemas"]["Text"];
            readonly groupBy?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "chips";
        };
        readonly FactsPart: {
            readonly id: string;
            readonly title: components["schemas"]["Text"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "facts";
        };
        readonly TablePart: {
            readonly id: string;
            readonly title: components["schemas"]["Text"];
            readonly empty: components["schemas"]["Text"];
            readonly columns: readonly components["schemas"]["Column"][];
            readonly more?: string;
            readonly all?: components["schemas"]["Text"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "table";
        };
        readonly PasswordRules: {
            /** Format: int32 */
            readonly min: number;
            /** Format: int32 */
            readonly max: number;
            /** Format: int64 */
            readonly resetHours?: number;
            /** Format: int64 */
            readonly invitationHours?: number;
        };
        readonly Mail: {
            /** @enum {string} */
            readonly delivery: "sender" | "log" | "none";
        };
        readonly CreateFields: {
            readonly recipe: string;
            readonly fields: readonly components["schemas"]["CreateField"][];
        };
        readonly CreateField: {
            readonly name: string;
            readonly label: components["schemas"]["Text"];
            /** @enum {string} */
            readonly kind: "text" | "long" | "email" | "switch" | "tags" | "names" | "json";
            readonly required: boolean;
            readonly help?: components["schemas"]["Text"];
            /** Format: int32 */
            readonly maxLength: number;
            readonly suggestions?: string;
            readonly advanced: boolean;
        };
        readonly ProfileHint: {
            /** @enum {string} */
            readonly field: "name" | "email" | "phone" | "externalId";
            readonly text: components["schemas"]["Text"];
        };
        readonly BulkAction: {
            readonly action: string;
            readonly label: components["schemas"]["Text"];
            readonly icon: string;
            readonly perTenant: boolean;
            readonly valuesLabel?: components["schemas"]["Text"];
            readonly options: string;
        };
        readonly Imports: {
            /** Format: int64 */
            readonly maxBytes: number;
        };
        readonly AuditText: {
            readonly action: string;
            readonly label: components["schemas"]["Text"];
            readonly sentences: readonly components["schemas"]["Text"][];
        };
        readonly PermissionText: {
            readonly name: string;
            readonly text: components["schemas"]["Text"];
        };
        readonly UserRecord: {
            readonly user: components["schemas"]["User"];
            readonly sessions?: components["schemas"]["SessionPage"];
            readonly mails?: components["schemas"]["MailPage"];
            readonly timeline?: components["schemas"]["TimelinePage"];
            readonly panels: {
                readonly [key: string]: components["schemas"]["PanelResult"];
            };
        };
        readonly User: {
            readonly id: string;
            readonly name?: string;
            readonly email?: string;
            readonly phone?: string;
            readonly externalId?: string;
            /** @enum {string} */
            readonly status: "active" | "invited" | "suspended";
            readonly suspension?: components["schemas"]["Suspension"];
            /** Format: date-time */
            readonly joinedAt: string;
            /** Format: date-time */
            readonly lastSeenAt?: string;
            readonly lastSeenImported: boolean;
            /** Format: int64 */
            readonly version: number;
            readonly mayEdit: boolean;
            readonly tenants: readonly string[];
            readonly methods: readonly components["schemas"]["Method"][];
        };
        readonly Suspension: {
            readonly reason: string;
            /** Format: date-time */
            readonly until?: string;
            /** Format: date-time */
            readonly since: string;
            readonly by?: string;
        };
        readonly Method: {
            readonly id: string;
            /** @enum {string} */
            readonly kind: "password" | "email-link" | "phone-code" | "external";
            readonly email?: string;
            readonly phone?: string;
            readonly provider?: string;
            readonly subject?: string;
            /** Format: date-time */
            readonly createdAt: string;
            readonly primary: boolean;
            readonly removable: boolean;
        };
        readonly SessionPage: {
            readonly items: readonly components["schemas"]["Session"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
            readonly count?: components["schemas"]["Count"];
        };
        readonly Session: {
            readonly handle: string;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly lastUsedAt: string;
            /** Format: date-time */
            readonly expiresAt: string;
            readonly ip?: string;
            readonly userAgent?: string;
            readonly tenant: string;
            readonly method: string;
            readonly hostData?: string;
        };
        readonly Count: {
            /** Format: int64 */
            readonly number: number;
            readonly exact: boolean;
        };
        readonly MailPage: {
            readonly items: readonly components["schemas"]["MailRow"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
        };
        readonly MailRow: {
            readonly id: string;
            readonly kind: string;
            readonly label: components["schemas"]["Text"];
            readonly to: string;
            /** @enum {string} */
            readonly state: "waiting" | "sent" | "failed";
            /** Format: int32 */
            readonly attempts: number;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly settledAt?: string;
            /** Format: date-time */
            readonly nextAttemptAt?: string;
            readonly lastError?: string;
        };
        readonly TimelinePage: {
            readonly items: readonly components["schemas"]["AuditEvent"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
        };
        readonly AuditEvent: {
            readonly id: string;
            /** Format: date-time */
            readonly at: string;
            readonly action: string;
            readonly actor: components["schemas"]["Actor"];
            readonly user?: components["schemas"]["Person"];
            readonly tenant?: string;
            readonly target?: string;
            readonly changes: readonly components["schemas"]["Change"][];
        };
        readonly Actor: {
            /** @enum {string} */
            readonly kind: "system" | "user" | "anonymous" | "operator" | "api_key";
            readonly id?: string;
            readonly name?: string;
            readonly ip?: string;
            readonly userAgent?: string;
        };
        readonly Person: {
            readonly id: string;
            readonly name?: string;
        };
        readonly Change: {
            readonly field: string;
            readonly before?: string;
            readonly after?: string;
        };
        readonly PanelResult: {
            readonly data?: components["schemas"]["SectionData"];
            readonly error?: components["schemas"]["PanelError"];
        };
        readonly SectionData: components["schemas"]["ChipsData"] | components["schemas"]["FactsData"] | components["schemas"]["TableData"] | components["schemas"]["JsonData"];
        readonly ChipsData: {
            readonly items: readonly components["schemas"]["Chip"][];
            readonly more?: components["schemas"]["More"];
        };
        readonly Chip: {
            readonly id: string;
            readonly label: string;
            readonly hint?: string;
            readonly tenant?: string;
            readonly locked: boolean;
            readonly reason?: components["schemas"]["Text"];
        };
        readonly More: {
            readonly label: components["schemas"]["Text"];
            readonly items: readonly components["schemas"]["MoreItem"][];
        };
        readonly MoreItem: {
            readonly label: string;
            readonly hint?: string;
            readonly tenant?: string;
        };
        readonly FactsData: {
            readonly headline?: components["schemas"]["Headline"];
            readonly rows: readonly components["schemas"]["FactRow"][];
            readonly notice?: components["schemas"]["Notice"];
            readonly offers?: readonly components["schemas"]["Offer"][];
        };
        readonly Headline: {
            readonly icon: string;
            /** @enum {string} */
            readonly tone: "none" | "ok" | "warn" | "danger";
            readonly title: components["schemas"]["Text"];
            readonly line?: string;
            /** Format: date-time */
            readonly at?: string;
        };
        readonly Notice: {
            /** @enum {string} */
            readonly tone: "none" | "ok" | "warn" | "danger";
            readonly text: string;
        };
        readonly Offer: {
            readonly action: string;
            readonly reason?: components["schemas"]["Text"];
            /** Format: date-time */
            readonly availableAt?: string;
        };
        readonly TableData: {
            readonly items: readonly components["schemas"]["TableRow"][];
        };
        readonly JsonData: {
            readonly json?: string;
            readonly etag: string;
        };
        readonly PanelError: {
            readonly detail: string;
        };
        readonly Deletion: {
            readonly facts: readonly components["schemas"]["Fact"][];
            readonly confirm: string;
            readonly errors: readonly string[];
        };
        readonly Ended: {
            /** Format: int32 */
            readonly ended: number;
        };
        readonly UserPage: {
            readonly items: readonly components["schemas"]["UserRow"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
        };
        readonly UserRow: {
            readonly id: string;
            readonly name?: string;
            readonly email?: string;
            readonly phone?: string;
            /** @enum {string} */
            readonly status: "active" | "invited" | "suspended";
            /** Format: date-time */
            readonly joinedAt: string;
            /** Format: date-time */
            readonly lastSeenAt?: string;
            readonly lastSeenImported: boolean;
            readonly tenants: readonly string[];
            readonly methods: readonly components["schemas"]["MethodRow"][];
            readonly cells: {
                readonly [key: string]: components["schemas"]["CellValue"];
            };
            readonly cellErrors: {
                readonly [key: string]: string;
            };
        };
        readonly MethodRow: {
            /** @enum {string} */
            readonly kind: "password" | "email-link" | "phone-code" | "external";
            readonly provider?: string;
        };
        readonly UserCount: {
            /** Format: int64 */
            readonly count: number;
            readonly exact: boolean;
        };
        readonly Overview: {
            /** Format: date-time */
            readonly at: string;
            readonly timeZone: string;
            readonly users: components["schemas"]["Figure"];
            readonly joined: components["schemas"]["Figure"];
            readonly activeInDay: components["schemas"]["Figure"];
            readonly activeInWeek: components["schemas"]["Figure"];
            readonly activeInMonth: components["schemas"]["Figure"];
            /** Format: int64 */
            readonly weekBefore?: number;
            /** Format: int64 */
            readonly monthBefore?: number;
            readonly joinedByDay: readonly components["schemas"]["JoinedDay"][];
            readonly activity: readonly components["schemas"]["ActiveDay"][];
        };
        readonly Figure: {
            /** Format: int64 */
            readonly count: number;
            readonly exact: boolean;
            /** Format: date-time */
            readonly countedAt: string;
            /** Format: date-time */
            readonly joinedFrom?: string;
            /** Format: date-time */
            readonly joinedTo?: string;
            /** Format: date-time */
            readonly activeSince?: string;
        };
        readonly JoinedDay: {
            readonly day: string;
            /** Format: date-time */
            readonly from: string;
            /** Format: date-time */
            readonly to: string;
            /** Format: int64 */
            readonly count?: number;
        };
        readonly ActiveDay: {
            readonly day: string;
            /** Format: date-time */
            readonly countedAt?: string;
            /** Format: int64 */
            readonly active?: number;
            /** Format: int64 */
            readonly activeBefore?: number;
            /** Format: int64 */
            readonly activeInWeek?: number;
            /** Format: int64 */
            readonly activeInMonth?: number;
        };
        readonly About: {
            readonly version: string;
            readonly documentation: string;
            readonly database: components["schemas"]["Database"];
            readonly pool: components["schemas"]["Pool"];
            /** @enum {string} */
            readonly mail: "sender" | "log" | "none";
            readonly components: readonly components["schemas"]["Component"][];
            readonly absentRecipes: readonly components["schemas"]["AbsentRecipe"][];
        };
        readonly Database: {
            readonly product: string;
            readonly version: string;
            readonly driver: string;
            readonly driverVersion: string;
        };
        readonly Pool: {
            readonly ours: boolean;
            readonly type: string;
            /** Format: int32 */
            readonly active?: number;
            /** Format: int32 */
            readonly idle?: number;
            /** Format: int32 */
            readonly waiting?: number;
            /** Format: int32 */
            readonly most?: number;
        };
        readonly Component: {
            readonly id: string;
            readonly version?: string;
            /** @enum {string} */
            readonly schema: "none" | "up_to_date" | "behind" | "newer" | "not_looked_at";
            readonly scripts: readonly components["schemas"]["Script"][];
        };
        readonly Script: {
            readonly name: string;
            /** Format: date-time */
            readonly appliedAt?: string;
            readonly appliedBy?: string;
        };
        readonly AbsentRecipe: {
            readonly id?: string;
            readonly type: string;
            readonly artifact?: string;
            readonly call: string;
            readonly hasTables: boolean;
        };
        readonly NewImportBody: {
            readonly file?: string | null;
            /** Format: int64 */
            readonly bytes?: number | null;
            readonly format?: ("json_lines" | "csv" | "json_document") | null;
            readonly mode?: ("create" | "upsert") | null;
            readonly tenant?: string | null;
            readonly ignore?: readonly string[] | null;
        };
        readonly Import: {
            readonly id: string;
            readonly file: string;
            /** @enum {string} */
            readonly format: "json_lines" | "csv" | "json_document";
            /** @enum {string} */
            readonly mode: "create" | "upsert";
            readonly tenant: string;
            readonly ignore: readonly string[];
            /** @enum {string} */
            readonly state: "uploading" | "checking" | "checked" | "running" | "finished" | "cancelled" | "stopped";
            /** Format: int64 */
            readonly bytes: number;
            /** Format: int64 */
            readonly received: number;
            /** Format: int64 */
            readonly read: number;
            /** Format: int64 */
            readonly expectedRows?: number;
            readonly report: components["schemas"]["ImportReport"];
            readonly reason?: string;
            readonly operator: string;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly endedAt?: string;
            readonly own: boolean;
        };
        readonly ImportReport: {
            /** Format: int64 */
            readonly rows: number;
            /** Format: int64 */
            readonly created: number;
            /** Format: int64 */
            readonly updated: number;
            /** Format: int64 */
            readonly unchanged: number;
            /** Format: int64 */
            readonly refused: number;
            readonly finished: boolean;
            readonly notes: components["schemas"]["ImportNotes"];
        };
        readonly ImportNotes: {
            /** Format: int64 */
            readonly suspended: number;
            /** Format: int64 */
            readonly activated: number;
            /** Format: int64 */
            readonly passwordHashKept: number;
            /** Format: int64 */
            readonly joinedAtKept: number;
            /** Format: int64 */
            readonly lastSeenAtKept: number;
        };
        readonly ImportPage: {
            readonly items: readonly components["schemas"]["Import"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
        };
        readonly ImportRefusalPage: {
            readonly items: readonly components["schemas"]["ImportRefusal"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
        };
        readonly ImportRefusal: {
            /** Format: int64 */
            readonly line: number;
            readonly field: string;
            readonly code: string;
            readonly message: string;
        };
        readonly CheckBody: {
            readonly mode?: ("create" | "upsert") | null;
            readonly tenant?: string | null;
            readonly ignore?: readonly string[] | null;
        };
        readonly StartBody: {
            readonly users?: readonly string[] | null;
            readonly all?: boolean | null;
            readonly reason?: string | null;
            readonly until?: string | null;
            readonly values?: readonly string[] | null;
            /** Format: int64 */
            readonly count?: number | null;
        };
        readonly Job: {
            readonly id: string;
            readonly action: string;
            readonly operator: string;
            /** @enum {string} */
            readonly state: "running" | "paused" | "finished" | "cancelled" | "stopped";
            readonly expected: components["schemas"]["Count"];
            /** Format: int64 */
            readonly done: number;
            /** Format: int64 */
            readonly unchanged: number;
            /** Format: int64 */
            readonly refused: number;
            readonly reason?: string;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly endedAt?: string;
            readonly changeable: boolean;
            readonly request?: components["schemas"]["Request"];
        };
        readonly Request: {
            /** Format: int64 */
            readonly users?: number;
            readonly list: {
                readonly [key: string]: string;
            };
            readonly values: readonly string[];
        };
        readonly DryRunBody: {
            readonly action?: string | null;
            readonly users?: readonly string[] | null;
            readonly all?: boolean | null;
            readonly values?: readonly string[] | null;
        };
        readonly DryRun: {
            readonly users: components["schemas"]["Count"];
            /** Format: int64 */
            readonly seen: number;
            /** Format: int64 */
            readonly unchanged?: number;
            /** Format: int64 */
            readonly sessions: number;
            readonly refused: readonly components["schemas"]["Refusals"][];
            readonly already: readonly components["schemas"]["Already"][];
        };
        readonly Refusals: {
            readonly code: string;
            readonly reason: string;
            /** Format: int64 */
            readonly users: number;
        };
        readonly Already: {
            readonly tenant: string;
            /** Format: int64 */
            readonly users: number;
        };
        readonly JobPage: {
            readonly items: readonly components["schemas"]["Job"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
        };
        readonly RefusalPage: {
            readonly items: readonly components["schemas"]["Refusal"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
        };
        readonly Refusal: {
            readonly user: string;
            readonly name?: string;
            readonly code: string;
            readonly reason: string;
        };
        readonly NewUserBody: {
            readonly tenant?: string | null;
            readonly method?: string | null;
            readonly email?: string | null;
            readonly phone?: string | null;
            readonly name?: string | null;
            readonly password?: string | null;
            readonly invite?: boolean | null;
            readonly recipes?: {
                readonly [key: string]: {
                    readonly [key: string]: unknown;
                };
            } | null;
        };
        readonly CreatedUser: {
            readonly id: string;
            readonly inviteLink?: string;
        };
        readonly ProfileBody: {
            readonly name?: string | null;
            readonly email?: string | null;
            readonly phone?: string | null;
            readonly externalId?: string | null;
        };
        readonly SuspensionBody: {
            readonly reason?: string | null;
            readonly until?: string | null;
        };
        readonly Unlinked: {
            readonly id: string;
        };
        readonly MergeBody: {
            readonly from?: string | null;
        };
        readonly PasswordBody: {
            readonly password?: string | null;
            readonly endSessions?: boolean | null;
        };
        readonly SentLink: {
            readonly sent: boolean;
            readonly to?: string;
            readonly link?: string;
        };
        readonly SessionCount: {
            readonly sessions: components["schemas"]["Count"];
        };
        readonly EndedEveryone: {
            /** Format: int32 */
            readonly ended: number;
            readonly more: boolean;
        };
        readonly TenantPage: {
            readonly items: readonly components["schemas"]["TenantRow"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
        };
        readonly TenantRow: {
            readonly id: string;
            readonly name: string;
            /** Format: date-time */
            readonly createdAt: string;
            readonly methods: readonly ("password" | "passwordless" | "external")[];
            readonly users: components["schemas"]["Count"];
        };
        readonly NewTenant: {
            readonly id?: string | null;
            readonly name?: string | null;
        };
        readonly TenantRecord: {
            readonly tenant: components["schemas"]["TenantRow"];
            readonly sessions?: components["schemas"]["Count"];
        };
        readonly Rename: {
            readonly name?: string | null;
        };
        readonly TenantDeletion: {
            readonly users: components["schemas"]["Count"];
            readonly onlyHere: components["schemas"]["Count"];
            readonly sessions: components["schemas"]["Count"];
        };
        readonly Progress: {
            readonly deleted: boolean;
            /** Format: int32 */
            readonly users: number;
        };
        readonly AuditLog: {
            readonly items: readonly components["schemas"]["AuditEvent"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
            /** Format: int64 */
            readonly keptDays?: number;
        };
        readonly ApiKeyPage: {
            readonly items: readonly components["schemas"]["ApiKey"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
            readonly givable?: readonly string[];
        };
        readonly ApiKey: {
            readonly id: string;
            readonly name: string;
            /** @enum {string} */
            readonly status: "active" | "expired" | "revoked";
            readonly permissions: readonly string[];
            readonly tenants?: readonly string[];
            readonly createdBy: components["schemas"]["KeyCreator"];
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly expiresAt: string;
            /** Format: date-time */
            readonly lastUsedAt?: string;
            /** Format: date-time */
            readonly revokedAt?: string;
            readonly secrets: readonly components["schemas"]["KeySecret"][];
            readonly mayRotate: boolean;
        };
        readonly KeyCreator: {
            /** @enum {string} */
            readonly kind: "system" | "user" | "anonymous" | "operator" | "api_key";
            readonly id?: string;
            readonly name?: string;
        };
        readonly KeySecret: {
            readonly prefix: string;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly expiresAt: string;
            /** Format: date-time */
            readonly lastUsedAt?: string;
        };
        readonly NewKey: {
            readonly name?: string | null;
            readonly permissions?: readonly string[] | null;
            readonly tenants?: readonly string[] | null;
            readonly lifetime?: string | null;
        };
        readonly IssuedKey: {
            readonly key: components["schemas"]["ApiKey"];
            readonly token: string;
        };
        readonly KeyRotation: {
            readonly overlap?: string | null;
            readonly lifetime?: string | null;
        };
        readonly Credentials: {
            readonly email?: string | null;
            readonly password?: string | null;
        };
        readonly Proof: {
            readonly password?: string | null;
            readonly code?: string | null;
        };
        readonly SetUp: {
            readonly token?: string | null;
            readonly email?: string | null;
            readonly name?: string | null;
            readonly password?: string | null;
        };
        readonly GivenCode: {
            readonly code?: string | null;
        };
        readonly TotpSecret: {
            readonly secret: string;
            readonly uri: string;
        };
        readonly TotpConfirmation: {
            readonly name?: string | null;
            readonly code?: string | null;
        };
        readonly AddedFactor: {
            readonly factor: components["schemas"]["FactorRow"];
            readonly recoveryCodes: readonly string[];
        };
        readonly FactorRow: {
            readonly id: string;
            /** @enum {string} */
            readonly kind: "totp";
            readonly name: string;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly lastUsedAt?: string;
        };
        readonly LinkToken: {
            readonly token?: string | null;
        };
        readonly Link: {
            readonly invitation: boolean;
            readonly email: string;
            /** Format: int32 */
            readonly passwordMin: number;
        };
        readonly Acceptance: {
            readonly token?: string | null;
            readonly name?: string | null;
            readonly password?: string | null;
        };
        readonly PasswordReset: {
            readonly token?: string | null;
            readonly password?: string | null;
        };
        readonly OperatorPage: {
            readonly items: readonly components["schemas"]["OperatorRow"][];
            readonly nextCursor?: string;
            readonly previousCursor?: string;
            /** Format: int64 */
            readonly count: number;
        };
        readonly OperatorRow: {
            readonly id: string;
            readonly email: string;
            readonly name?: string;
            /** @enum {string} */
            readonly status: "invited" | "active" | "disabled";
            readonly preset: components["schemas"]["Preset"];
            readonly allTenants: boolean;
            readonly tenants: readonly string[];
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly lastSignInAt?: string;
            /** Format: date-time */
            readonly linkExpiresAt?: string;
            readonly lastOwner: boolean;
            readonly secondFactor: boolean;
            readonly mayChange: boolean;
        };
        readonly OperatorRecord: {
            readonly operator: components["schemas"]["OperatorRow"];
            readonly sessions: readonly components["schemas"]["OperatorSessionRow"][];
        };
        readonly OperatorSessionRow: {
            readonly id: string;
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: date-time */
            readonly lastUsedAt: string;
            readonly ip?: string;
            readonly userAgent?: string;
            readonly current: boolean;
        };
        readonly NewOperatorInvitation: {
            readonly email?: string | null;
            readonly preset?: string | null;
            readonly allTenants?: boolean | null;
            readonly tenants?: readonly string[] | null;
        };
        readonly InvitedOperator: {
            readonly operator: components["schemas"]["OperatorRow"];
            readonly link: components["schemas"]["SentOperatorLink"];
        };
        readonly SentOperatorLink: {
            readonly sent: boolean;
            readonly to?: string;
            readonly link?: string;
            /** Format: date-time */
            readonly expiresAt: string;
        };
        readonly NewAccess: {
            readonly preset?: string | null;
            readonly allTenants?: boolean | null;
            readonly tenants?: readonly string[] | null;
        };
        readonly OperatorPresets: {
            readonly presets: readonly components["schemas"]["PresetRow"][];
            readonly permissions: readonly string[];
        };
        readonly PresetRow: {
            readonly preset: components["schemas"]["Preset"];
            readonly permissions: readonly string[];
            /** Format: int64 */
            readonly version?: number;
            /** Format: int64 */
            readonly holders?: number;
            readonly mayGive: boolean;
            readonly mayChange: boolean;
        };
        readonly PresetBody: {
            readonly name?: string | null;
            readonly permissions?: readonly string[] | null;
        };
        readonly NewName: {
            readonly name?: string | null;
        };
        readonly Preferences: {
            readonly language?: string | null;
            readonly timeZone?: string | null;
        };
        readonly PasswordChange: {
            readonly current?: string | null;
            readonly password?: string | null;
        };
        readonly FactorList: {
            readonly factors: readonly components["schemas"]["FactorRow"][];
            /** Format: int32 */
            readonly recoveryCodesLeft: number;
            readonly required: boolean;
            readonly canAdd: boolean;
        };
        readonly RecoveryCodeList: {
            readonly codes: readonly string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}

export type Problem = components['schemas']['Problem'];
export type FieldProblem = components['schemas']['FieldProblem'];
export type Capabilities = components['schemas']['Capabilities'];
export type App = components['schemas']['App'];
export type Operator = components['schemas']['Operator'];
export type Preset = components['schemas']['Preset'];
export type Tenant = components['schemas']['Tenant'];
export type Column = components['schemas']['Column'];
export type Text = components['schemas']['Text'];
export type Filter = components['schemas']['Filter'];
export type Choice = components['schemas']['Choice'];
export type Options = components['schemas']['Options'];
export type Option = components['schemas']['Option'];
export type Section = components['schemas']['Section'];
export type ChipsSection = components['schemas']['ChipsSection'];
export type AddAction = components['schemas']['AddAction'];
export type Field = components['schemas']['Field'];
export type Confirm = components['schemas']['Confirm'];
export type Facts = components['schemas']['Facts'];
export type Fact = components['schemas']['Fact'];
export type Action = components['schemas']['Action'];
export type FactsSection = components['schemas']['FactsSection'];
export type TableSection = components['schemas']['TableSection'];
export type JsonSection = components['schemas']['JsonSection'];
export type SaveAction = components['schemas']['SaveAction'];
export type PageShape = components['schemas']['PageShape'];
export type TableRowPage = components['schemas']['TableRowPage'];
export type TableRow = components['schemas']['TableRow'];
export type CellValue = components['schemas']['CellValue'];
export type TitleCell = components['schemas']['TitleCell'];
export type StatusCell = components['schemas']['StatusCell'];
export type UserCell = components['schemas']['UserCell'];
export type ChipValue = components['schemas']['ChipValue'];
export type FirstChipsCell = components['schemas']['FirstChipsCell'];
export type RecipePageFilter = components['schemas']['RecipePageFilter'];
export type UsersFilterChoice = components['schemas']['UsersFilterChoice'];
export type Empty = components['schemas']['Empty'];
export type PreviewShape = components['schemas']['PreviewShape'];
export type RowPreview = components['schemas']['RowPreview'];
export type FieldValue = components['schemas']['FieldValue'];
export type PreviewData = components['schemas']['PreviewData'];
export type PreviewLabels = components['schemas']['PreviewLabels'];
export type PreviewFacts = components['schemas']['PreviewFacts'];
export type FactRow = components['schemas']['FactRow'];
export type PreviewRows = components['schemas']['PreviewRows'];
export type PreviewPartShape = components['schemas']['PreviewPartShape'];
export type ChipsPart = components['schemas']['ChipsPart'];
export type FactsPart = components['schemas']['FactsPart'];
export type TablePart = components['schemas']['TablePart'];
export type PasswordRules = components['schemas']['PasswordRules'];
export type Mail = components['schemas']['Mail'];
export type CreateFields = components['schemas']['CreateFields'];
export type CreateField = components['schemas']['CreateField'];
export type ProfileHint = components['schemas']['ProfileHint'];
export type BulkAction = components['schemas']['BulkAction'];
export type Imports = components['schemas']['Imports'];
export type AuditText = components['schemas']['AuditText'];
export type PermissionText = components['schemas']['PermissionText'];
export type UserRecord = components['schemas']['UserRecord'];
export type User = components['schemas']['User'];
export type Suspension = components['schemas']['Suspension'];
export type Method = components['schemas']['Method'];
export type SessionPage = components['schemas']['SessionPage'];
export type Session = components['schemas']['Session'];
export type Count = components['schemas']['Count'];
export type MailPage = components['schemas']['MailPage'];
export type MailRow = components['schemas']['MailRow'];
export type TimelinePage = components['schemas']['TimelinePage'];
export type AuditEvent = components['schemas']['AuditEvent'];
export type Actor = components['schemas']['Actor'];
export type Person = components['schemas']['Person'];
export type Change = components['schemas']['Change'];
export type PanelResult = components['schemas']['PanelResult'];
export type SectionData = components['schemas']['SectionData'];
export type ChipsData = components['schemas']['ChipsData'];
export type Chip = components['schemas']['Chip'];
export type More = components['schemas']['More'];
export type MoreItem = components['schemas']['MoreItem'];
export type FactsData = components['schemas']['FactsData'];
export type Headline = components['schemas']['Headline'];
export type Notice = components['schemas']['Notice'];
export type Offer = components['schemas']['Offer'];
export type TableData = components['schemas']['TableData'];
export type JsonData = components['schemas']['JsonData'];
export type PanelError = components['schemas']['PanelError'];
export type Deletion = components['schemas']['Deletion'];
export type Ended = components['schemas']['Ended'];
export type UserPage = components['schemas']['UserPage'];
export type UserRow = components['schemas']['UserRow'];
export type MethodRow = components['schemas']['MethodRow'];
export type UserCount = components['schemas']['UserCount'];
export type Overview = components['schemas']['Overview'];
export type Figure = components['schemas']['Figure'];
export type JoinedDay = components['schemas']['JoinedDay'];
export type ActiveDay = components['schemas']['ActiveDay'];
export type About = components['schemas']['About'];
export type Database = components['schemas']['Database'];
export type Pool = components['schemas']['Pool'];
export type Component = components['schemas']['Component'];
export type Script = components['schemas']['Script'];
export type AbsentRecipe = components['schemas']['AbsentRecipe'];
export type NewImportBody = components['schemas']['NewImportBody'];
export type Import = components['schemas']['Import'];
export type ImportReport = components['schemas']['ImportReport'];
export type ImportNotes = components['schemas']['ImportNotes'];
export type ImportPage = components['schemas']['ImportPage'];
export type ImportRefusalPage = components['schemas']['ImportRefusalPage'];
export type ImportRefusal = components['schemas']['ImportRefusal'];
export type CheckBody = components['schemas']['CheckBody'];
export type StartBody = components['schemas']['StartBody'];
export type Job = components['schemas']['Job'];
export type Request = components['schemas']['Request'];
export type DryRunBody = components['schemas']['DryRunBody'];
export type DryRun = components['schemas']['DryRun'];
export type Refusals = components['schemas']['Refusals'];
export type Already = components['schemas']['Already'];
export type JobPage = components['schemas']['JobPage'];
export type RefusalPage = components['schemas']['RefusalPage'];
export type Refusal = components['schemas']['Refusal'];
export type NewUserBody = components['schemas']['NewUserBody'];
export type CreatedUser = components['schemas']['CreatedUser'];
export type ProfileBody = components['schemas']['ProfileBody'];
export type SuspensionBody = components['schemas']['SuspensionBody'];
export type Unlinked = components['schemas']['Unlinked'];
export type MergeBody = components['schemas']['MergeBody'];
export type PasswordBody = components['schemas']['PasswordBody'];
export type SentLink = components['schemas']['SentLink'];
export type SessionCount = components['schemas']['SessionCount'];
export type EndedEveryone = components['schemas']['EndedEveryone'];
export type TenantPage = components['schemas']['TenantPage'];
export type TenantRow = components['schemas']['TenantRow'];
export type NewTenant = components['schemas']['NewTenant'];
export type TenantRecord = components['schemas']['TenantRecord'];
export type Rename = components['schemas']['Rename'];
export type TenantDeletion = components['schemas']['TenantDeletion'];
export type Progress = components['schemas']['Progress'];
export type AuditLog = components['schemas']['AuditLog'];
export type ApiKeyPage = components['schemas']['ApiKeyPage'];
export type ApiKey = components['schemas']['ApiKey'];
export type KeyCreator = components['schemas']['KeyCreator'];
export type KeySecret = components['schemas']['KeySecret'];
export type NewKey = components['schemas']['NewKey'];
export type IssuedKey = components['schemas']['IssuedKey'];
export type KeyRotation = components['schemas']['KeyRotation'];
export type Credentials = components['schemas']['Credentials'];
export type Proof = components['schemas']['Proof'];
export type SetUp = components['schemas']['SetUp'];
export type GivenCode = components['schemas']['GivenCode'];
export type TotpSecret = components['schemas']['TotpSecret'];
export type TotpConfirmation = components['schemas']['TotpConfirmation'];
export type AddedFactor = components['schemas']['AddedFactor'];
export type FactorRow = components['schemas']['FactorRow'];
export type LinkToken = components['schemas']['LinkToken'];
export type Link = components['schemas']['Link'];
export type Acceptance = components['schemas']['Acceptance'];
export type PasswordReset = components['schemas']['PasswordReset'];
export type OperatorPage = components['schemas']['OperatorPage'];
export type OperatorRow = components['schemas']['OperatorRow'];
export type OperatorRecord = components['schemas']['OperatorRecord'];
export type OperatorSessionRow = components['schemas']['OperatorSessionRow'];
export type NewOperatorInvitation = components['schemas']['NewOperatorInvitation'];
export type InvitedOperator = components['schemas']['InvitedOperator'];
export type SentOperatorLink = components['schemas']['SentOperatorLink'];
export type NewAccess = components['schemas']['NewAccess'];
export type OperatorPresets = components['schemas']['OperatorPresets'];
export type PresetRow = components['schemas']['PresetRow'];
export type PresetBody = components['schemas']['PresetBody'];
export type NewName = components['schemas']['NewName'];
export type Preferences = components['schemas']['Preferences'];
export type PasswordChange = components['schemas']['PasswordChange'];
export type FactorList = components['schemas']['FactorList'];
export type RecoveryCodeList = components['schemas']['RecoveryCodeList'];
