import { readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { root } from "./files.ts"

/**
 * Every call of a function or method of this name in a file, written as its shape: names of variables are "any", those
 * of classes and properties stay, an object's properties are sorted, and a choice between two values is "a | b".
 * `page.fetch(address, { cache: "no-store", signal })` is `any.fetch(any, { cache: "no-store", signal: any })`.
 */
export function callsOf(file: string, name: string): string[] {
  return nodesOf(file).flatMap((node) => (ts.isCallExpression(node) && nameOf(node) === name ? [shapeOf(node)] : []))
}

/** The texts that calls of this function have as their first argument, where it is written out. */
export function firstTexts(file: string, name: string): string[] {
  return nodesOf(file).flatMap((node) => {
    if (!ts.isCallExpression(node) || nameOf(node) !== name) return []
    const [first] = node.arguments
    return first && ts.isStringLiteral(first) ? [first.text] : ["any"]
  })
}

/** Whether an object in the file is given a property of one of these names. */
export function setsProperty(file: string, ...names: string[]): boolean {
  return nodesOf(file).some(
    (node) =>
      (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) && names.includes(node.name.getText())
  )
}

/** Whether the parameters of the function around each call of this name are its arguments, unchanged. */
export function passesOn(file: string, name: string): boolean[] {
  return nodesOf(file).flatMap((node) => {
    if (!ts.isCallExpression(node) || nameOf(node) !== name) return []
    const around = ts.findAncestor(node.parent, ts.isFunctionLike)
    const given = around?.parameters.map(({ name: parameter }) => parameter.getText())
    return [given?.join() === node.arguments.map((one) => one.getText()).join()]
  })
}

function nodesOf(file: string): ts.Node[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true)
  const nodes: ts.Node[] = []
  const visit = (node: ts.Node) => {
    nodes.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return nodes
}

function nameOf({ expression }: ts.CallExpression): string | undefined {
  if (ts.isIdentifier(expression)) return expression.text
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : undefined
}

function shapeOf(node: ts.Node): string {
  const list = (nodes: readonly ts.Node[] = []) => nodes.map(shapeOf).join(", ")
  if (ts.isStringLiteral(node)) return JSON.stringify(node.text)
  if (ts.isIdentifier(node)) return /^[A-Z]/.test(node.text) ? node.text : "any"
  if (ts.isPropertyAccessExpression(node)) return `${shapeOf(node.expression)}.${node.name.text}`
  if (ts.isNewExpression(node)) return `new ${node.expression.getText()}(${list(node.arguments)})`
  if (ts.isConditionalExpression(node)) return `${shapeOf(node.whenTrue)} | ${shapeOf(node.whenFalse)}`
  if (ts.isObjectLiteralExpression(node)) return `{ ${node.properties.map(propertyOf).sort().join(", ")} }`
  if (!ts.isCallExpression(node)) return "any"
  const { expression } = node
  return `${ts.isIdentifier(expression) ? expression.text : shapeOf(expression)}(${list(node.arguments)})`
}

function propertyOf(property: ts.ObjectLiteralElementLike): string {
  if (ts.isSpreadAssignment(property)) return "...any"
  const value = ts.isPropertyAssignment(property) ? shapeOf(property.initializer) : "any"
  return `${property.name.getText()}: ${value}`
}
