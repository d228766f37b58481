import type { ComponentChildren, JSX } from 'preact'
import type { ReportCleanup } from '../../../model/report.ts'

/** Was everything put back as it was found: the word, what was compared, and what is not as it was. */
export function CleanUpFacts({ cleanup }: { readonly cleanup: ReportCleanup }): JSX.Element {
  const { outcome, sentence, compared, leftovers, differences = [], notUndone = [] } = cleanup
  return (
    <>
      <p>
        <strong>Clean-up: {outcome}.</strong> {sentence}
      </p>
      <dl class="facts cleanup-facts">
        {compared === undefined ? null : (
          <Fact name="As before">
            {compared.same} of {compared.before} checkpoints: same GUID, name and parent
          </Fact>
        )}
        {leftovers.map(({ checkpoint, why }) => (
          <Fact key={checkpoint} name="Still there">
            <code>{checkpoint}</code> {why}
          </Fact>
        ))}
        {differences.map((line) => (
          <Fact key={line} name="Different">
            {line}
          </Fact>
        ))}
        {notUndone.map((line) => (
          <Fact key={line} name="Cannot be undone">
            {line}
          </Fact>
        ))}
      </dl>
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
