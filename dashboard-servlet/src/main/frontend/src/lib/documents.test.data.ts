import type { Capabilities, User } from '@/lib/api-types';

/** What an owner gets where there is one tenant and no recipe. */
export const capabilities: Capabilities = {
  app: { name: 'Harbour Rail' },
  operator: { id: 'op', name: 'Ines', preset: { id: 'owner' }, allTenants: true, canSignOut: true, readOnly: false },
  permissions: [],
  tenants: [],
  searchMode: 'contains',
  columns: [],
  filters: [],
  sections: [],
  pages: [],
  passwordRules: { min: 15, max: 128, invitationHours: 168 },
  mail: { delivery: 'sender' },
  createFields: [],
  profileHints: [],
  mergeHints: [],
  bulkActions: [],
  imports: { maxBytes: 1024 },
  auditTexts: [],
  permissionTexts: [],
};

export const user: User = {
  id: 'u1',
  status: 'active',
  joinedAt: '2026-11-21T09:00:00Z',
  lastSeenImported: false,
  version: 1,
  mayEdit: true,
  tenants: ['public'],
  methods: [],
};
