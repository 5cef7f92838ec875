package dev.userdeck.testkit.recipe;

import org.jspecify.annotations.Nullable;

/**
 * A mistake that a recipe can have, made in one line of {@link PlansRecipe} or of {@link PlansContract}; with the check of the
 * contract that finds it, and words of the message.
 */
enum Mistake {
    // tables and rows
    NOTES_WITHOUT_KEY("itsRowsGoWithTheUser", "acme_note.user_id"),
    DELETES_NOTES_OF_OTHERS("itsRowsGoWithTheUser", "rows of another user"),
    SUBSCRIPTIONS_OF_USERS("itsRowsGoWithTheMembership", "foreign key to ud_user_tenant"),
    LIMITS_WITHOUT_KEY("itsRowsGoWithTheTenant", "acme_limit"),
    SCRIPT_FOR_ONE_ENGINE("itsScriptsAreThereForEachEngine", "V004__limits_for_h2.sql"),
    MERGE_MOVES_WHAT_IS_THERE("usersWithRowsCanBeMadeOne", "UserListener.merged"),
    MERGE_LOSES("whatAUserHadIsKeptByWhomTheyAreMadeOneWith", "acme_subscription.user_id"),
    // imports and exports
    EXPORT_OF_ALL_TENANTS("itsExportKeepsToTheScope", "the scope that export is given"),
    IMPORT_FORGETS("whatItExportsCanBeImported", "an export of what was imported"),
    IMPORT_WRITES_AGAIN("anImportCanBeRepeated", "nothing twice"),
    IMPORT_CHANGES_ALL("anImportCanBeRepeated", "Written.changed"),
    // the users list
    COLUMN_OF_ALL_TENANTS("itsColumnsKeepToTheScope", "the scope that valuesFor is given"),
    COLUMN_OF_WRONG_TYPE("itsColumnsTakeOneStatementAPage", "column plans"),
    COLUMN_BY_USER("itsColumnsTakeOneStatementAPage", "statements for column plans"),
    TWO_COLUMNS_OF_ONE_ID("itsPanelsAreWellFormed", "plans"),
    FILTER_OF_ALL_TENANTS("itsFiltersKeepToTheScope", "chosen.scope()"),
    FILTER_WITH_VALUES_IN_SQL("itsFiltersAreConditionsThatRun", "bind"),
    FILTER_SELECTS_OTHERS("itsFiltersSelectTheIdsOfWhomTheyFind", "ids(…) of filter plan"),
    // the user page
    SECTION_OF_ALL_TENANTS("itsSectionsKeepToTheScope", "request.scope()"),
    DELETION_FACTS_OF_ALL_TENANTS("itsSectionsKeepToTheScope", "deletion facts"),
    SECTION_OF_TWO_STATEMENTS("itsSectionsTakeOneStatementEach", "one for each section"),
    CHIP_WITHOUT_ID("itsSectionsAnswerForUsersWithAndWithoutRows", "id of a chip"),
    FACT_OF_WRONG_TYPE("itsSectionsAnswerForUsersWithAndWithoutRows", "Number"),
    KEY_OF_OTHERS_IN_DATA("itsSectionsAnswerForUsersWithAndWithoutRows", "begins with the recipe's id"),
    // routes
    ROUTE_NOT_LISTED("itsPanelsAreWellFormed", "not among its routes"),
    ROUTE_WITHOUT_PARAMETER("itsRoutesAreWellFormed", "path parameters declared by"),
    BODY_NOT_PUBLIC("itsRoutesAreWellFormed", "public"),
    PERMISSION_OF_CORE("itsPermissionsAreItsOwn", "users:write"),
    GET_WRITES("whatItReadsWritesNothing", "a GET changes nothing"),
    ROUTE_WRITES_ANYWHERE("whatItChangesInATenantIsOutOfReachFromAnother", "request.scope()"),
    ROUTE_WITHOUT_EVENT("whatOperatorsChangeIsOnRecord", "PUT /users/{userId}/subscription"),
    OPTIONS_OF_ALL_TENANTS("itsRoutesKeepToTheScope", "GET /used-plans"),
    OPTIONS_UNSEARCHED("itsChoicesAreSearched", "GET /plan-options"),
    OPTIONS_WITHOUT_SEARCH("itsPanelsAreWellFormed", "query parameter q"),
    OPTIONS_WITHOUT_ID("whatCanBeChosenIsFoundByItsId", "asked for the id of one"),
    // pages
    PAGE_OF_ALL_TENANTS("itsRoutesKeepToTheScope", "GET /subscriptions"),
    PAGE_WITHOUT_END("itsPagesAreWalkedForwardAndBack", "lead on and on"),
    PAGE_WITHOUT_WAY_BACK("itsPagesAreWalkedForwardAndBack", "previousCursor"),
    PAGE_OF_ANY_SIZE("itsPagesAreWalkedForwardAndBack", "with size 1"),
    PAGE_UNSEARCHED("itsPagesAreSearched", "q"),
    CELL_OF_WRONG_TYPE("theRowsOfItsPagesOpen", "Number"),
    VALUE_WITHOUT_FIELD("theRowsOfItsPagesOpen", "what the form of"),
    PART_OF_NO_PREVIEW("theRowsOfItsPagesOpen", "parts of the preview"),
    EDIT_WITHOUT_VERSION("itsPanelsAreWellFormed", "asks for the version"),
    EDIT_OF_ANY_VERSION("itsEditsKeepWhatOthersChanged", "PUT /plans/{plan}"),
    EDIT_STALE_AS_CONFLICT("itsEditsKeepWhatOthersChanged", "ProblemType.STALE"),
    JSON_OF_ANY_VERSION("itsEditsKeepWhatOthersChanged", "PUT /users/{userId}/note"),
    // bulk actions and new users
    BULK_IN_OTHER_TENANTS("whatItDoesToManyUsersStaysInTheTenant", "subscribe"),
    BULK_LOOKS_ELSEWHERE("whatItDoesToManyUsersIsTheSameWhateverTheyHaveElsewhere", "task.scope()"),
    BULK_THROWS("whatItDoesToManyUsersCanBeRepeated", "BulkOutcome.Refused"),
    BULK_ALWAYS_DONE("whatItDoesToManyUsersCanBeRepeated", "BulkOutcome.Done.UNCHANGED"),
    BULK_REFUSES_ITS_CHOICES("whatItDoesToManyUsersCanBeRepeated", "which it offers itself"),
    BULK_FORETELLS_NOTHING("whatItForetellsOfManyUsersIsWhatItDoes", "after it foretold it"),
    BULK_WRITES_TO_FORETELL("whatItForetellsOfManyUsersIsWhatItDoes", "what asking subscribe wrote"),
    CREATION_THROWS("itsFieldsForNewUsersKeepWhatTheyOffer", "return a FieldError"),
    CREATION_FORGETS("itsFieldsForNewUsersKeepWhatTheyOffer", "has to keep it"),
    CREATION_REFUSES_BY_OTHER_NAME("itsFieldsForNewUsersKeepWhatTheyOffer", "names a field of the form"),
    // words, and the rest
    KEY_OF_OTHERS("itsWordsHaveKeysOfTheirOwn", "begins with the recipe's id"),
    KEY_OF_TWO_WORDS("itsWordsHaveKeysOfTheirOwn", "need a key of their own"),
    CLOSES_ONCE("canBeClosedTwiceAndUnstarted", "close"),
    REQUIREMENT_OF_TWO_STATEMENTS("itsSessionRequirementsTakeOneStatementASession", "session requirements"),
    // in what a subclass of the contract gives it
    NO_ROWS_OF_USERS("someRowsMakesRows", "make rows of the user in someRows(userdeck, user)"),
    NO_ROWS_OF_TENANTS("someRowsMakesRows", "make some in someRows(userdeck, user, tenant)"),
    NO_REQUEST_WITHIN("whatItChangesInATenantIsOutOfReachFromAnother", "requestsWithin has a request for each"),
    // what Userdeck doesn't start with
    NO_DASHBOARD("The recipe plans returns null from dashboard()"),
    SCRIPT_NOT_THERE("V004__no_such.sql"),
    REQUIRED_NOT_THERE("The recipe plans requires the recipe squads: add it with recipe(…)"),
    ROUTE_WITHOUT_PERMISSION("POST /plans is for operators: call permission(…)"),
    FIELD_NOT_IN_BODY("the field 'title' to POST /plans, which takes a body of [name]"),
    FACTS_OF_WRONG_TYPE("GET /plans/{plan}/deletion is used where Facts is awaited"),
    PAGE_OF_WRONG_TYPE("GET /subscriptions is used where a page of TableRow is awaited"),
    COUNT_WITHOUT_ONE("Say how it is for one, too");

    private final @Nullable String check;
    private final String words;

    Mistake(String check, String words) {
        this.check = check;
        this.words = words;
    }

    Mistake(String words) {
        this.check = null;
        this.words = words;
    }

    /** The name of the check that finds it; null if nothing starts with it. */
    @Nullable
    String check() {
        return check;
    }

    /** What the message tells of it. */
    String words() {
        return words;
    }
}
