export { escapeAttribute, escapeText, isXmlText } from '../../foundation/xml-text.ts'
