/** A GUID in upper case without braces: the form in which Hyper-V prints InstanceID and SCVMM prints CheckpointID. */
export type Guid = string & { readonly __guid: unique symbol }

const form = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i
const instanceIdPrefix = /^Microsoft:/i

/** Reads a GUID in any case, with or without braces; undefined when the text is none. */
export function parseGuid(text: string): Guid | undefined {
  return form.exec(text)?.[1]?.toUpperCase() as Guid | undefined
}

/** The GUID in an InstanceID `Microsoft:<GUID>` of a Msvm_VirtualSystemSettingData (hyperv-wmi-v2.md section 2, observed). */
export function guidOfInstanceId(instanceId: string): Guid | undefined {
  return parseGuid(instanceId.replace(instanceIdPrefix, ''))
}

const instanceIdInPath = /\.InstanceID="Microsoft:([^"\\]+)"$/i

/** The GUID in a WMI object path such as the `Parent` of a snapshot (ws-man.md section 7, recorded form). */
export function guidOfSettingPath(path: string): Guid | undefined {
  const inner = instanceIdInPath.exec(path)?.[1]
  return inner === undefined ? undefined : parseGuid(inner)
}

export const zeroGuid = '00000000-0000-0000-0000-000000000000' as Guid
