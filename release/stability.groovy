// Takes out of japicmp's findings what docs/stability.md doesn't promise, by the @API of the older version.
// Members: with -Dapi.update=minor also what is EXPERIMENTAL; outside of .spi and the testkit new methods of interfaces.
import japicmp.model.JApiCompatibilityChangeType

def free = System.getProperty('api.update') == 'minor' ? ['INTERNAL', 'EXPERIMENTAL'] : ['INTERNAL']
def newMethods = [
    JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE,
    JApiCompatibilityChangeType.METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE,
]

/** The level that the older version gives an element, null where it has none of its own. */
def level = { element ->
    def api = element.annotations.find { it.fullyQualifiedName == 'org.apiguardian.api.API' }
    def status = api?.elements?.find { it.name == 'status' }
    status?.oldElementValues?.find()?.valueString?.tokenize('.')?.last()
}
def levels = jApiClasses.collectEntries { [it.fullyQualifiedName, level(it)] }

/** A nested type has the level of the one around it, unless it has its own. */
def levelOf
levelOf = { String name ->
    levels[name] ?: (name.contains('$') ? levelOf(name.substring(0, name.lastIndexOf('$'))) : null)
}

def held = jApiClasses.findAll { !(levelOf(it.fullyQualifiedName) in free) }
held.each { type ->
    [type.methods, type.constructors, type.fields].each { members -> members.removeIf { level(it) in free } }
    if (!(type.fullyQualifiedName =~ /\.spi\.|^dev\.userdeck\.testkit\./)) {
        ([type] + type.methods).each { it.compatibilityChanges.removeIf { change -> change.type in newMethods } }
    }
}
// In place: japicmp forgets what a script returns.
jApiClasses.removeIf { !held.contains(it) }
return jApiClasses
