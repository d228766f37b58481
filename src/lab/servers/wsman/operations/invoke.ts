import { isSnapcheckError } from '../../../../foundation/errors.ts'
import { splitType } from '../../../../products/hyperv-wmi/classes.ts'
import { completed, jobStarted } from '../../../../products/hyperv-wmi/return-codes.ts'
import type { WmiClass, WmiMethod } from '../../../../products/hyperv-wmi/wmi-class.ts'
import { wbemStatus } from '../../../../protocols/wsman/codec/faultTable.ts'
import { readInput, writeOutput, type MethodCall } from '../../../../protocols/wsman/codec/invoke.ts'
import type { Markup } from '../../../../protocols/wsman/codec/markup.ts'
import { namespaces } from '../../../../protocols/wsman/codec/namespaces.ts'
import { classUri } from '../../../../protocols/wsman/codec/resourceUri.ts'
import { child } from '../../../../protocols/xml/tree.ts'
import { refuse } from '../fault.ts'
import type { CimValue } from '../../../../protocols/wsman/codec/value.ts'
import type { MethodResult } from '../methods/method.ts'
import { methods } from '../methods/methods.ts'
import { classOf, sameText } from '../repository.ts'
import type { WsmanRequest } from '../request.ts'
import { jobReference } from '../rows/references.ts'
import { selectOne } from '../selectors.ts'

/** The method in an action `<resource URI>/<method>`, or undefined for any other action. */
export function invokedMethod(action: string | undefined, resourceUri: string | undefined): string | undefined {
  if (action === undefined || resourceUri === undefined) return undefined
  const prefix = `${resourceUri}/`
  return sameText(action.slice(0, prefix.length), prefix) ? action.slice(prefix.length) : undefined
}

export function invoke(method: string, request: WsmanRequest): Markup {
  const { headers, session } = request
  const definition = classOf(headers.resourceUri)
  const signature = definition.methods?.[method]
  const run = methods[method]
  if (signature === undefined || run === undefined)
    throw refuse('actionNotSupported', `The lab knows no method ${method} of ${definition.name}.`)
  if ((headers.selectors?.length ?? 0) === 0) throw badParameters(`${method} needs a selector that names its object.`)
  const target = selectOne(definition, headers.selectors, session.view)

  const values = outOf(run({ target, parameters: checkedInput(request, definition, method, signature).parameters, view: session.view }))
  const out = Object.keys(signature.out)
    .toSorted()
    .map((name) => ({ name, value: values[name] ?? null }))
  return writeOutput(classUri(definition.namespace, definition.name), method, out)
}

function outOf(result: MethodResult): Readonly<Record<string, CimValue>> {
  if ('out' in result) return { ...result.out, ReturnValue: completed }
  const { job, refusal } = result
  return { Job: job === undefined ? null : jobReference(job.id), ReturnValue: refusal?.code ?? jobStarted }
}

/** A body that does not fit the method: SchemaValidationError, as for a wrapped reference (ws-man.md section 7, recorded). */
function checkedInput({ body }: WsmanRequest, definition: WmiClass, method: string, { in: known }: WmiMethod): MethodCall {
  const wrong = (reason: string): Error => refuse('schemaValidation', reason)
  if (body?.name !== `${method}_INPUT` || !sameText(body.namespace, classUri(definition.namespace, definition.name))) {
    throw wrong(`The body is not ${method}_INPUT of ${definition.name}.`)
  }
  for (const parameter of body.children) {
    if (known[parameter.name] === undefined) throw wrong(`${method} has no parameter ${parameter.name}.`)
    if (child(parameter, namespaces.a, 'EndpointReference') !== undefined)
      throw wrong(`${parameter.name} holds its reference inside a wrapper.`)
  }
  try {
    return readInput(body, (_method, parameter) => {
      const type = known[parameter]
      return type === undefined ? undefined : splitType(type)
    })
  } catch (error) {
    if (!isSnapcheckError(error)) throw error
    throw wrong(`${error.message} ${error.place ?? ''}`)
  }
}

/** HRESULT 0x8004102F (hyperv-wmi-v2.md section 1, observed for a missing selector). */
function badParameters(reason: string): Error {
  return refuse(
    { kind: 'internalError', wsmanCode: wbemStatus.invalidMethodParameters, providerStatus: wbemStatus.invalidMethodParameters },
    reason,
  )
}
