/** The command palette. */
export const palette = {
  'palette.recent': 'Recent',
  'palette.pages': 'Go to',
  'palette.actions': 'Actions',
  'palette.allUsers': 'All users that match “{query}”',
  'palette.export.csv': 'Export all users as CSV',
  'palette.export.jsonl': 'Export all users as JSON Lines',
  'palette.exportList.csv': 'Export this list as CSV',
  'palette.exportList.jsonl': 'Export this list as JSON Lines',
  'palette.key.move': 'move',
  'palette.key.open': 'open',
  'palette.key.tab': 'new tab',
  'palette.searching': 'Looking for users',
  'palette.failed': 'Users could not be looked for',
  'palette.none': 'Nothing here is called “{query}”',
  'palette.results': { one: '{count} result', other: '{count} results' },
} as const;
