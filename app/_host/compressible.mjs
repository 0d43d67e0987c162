// @ts-check

/** Whether files of a type become smaller by compression: text in any form, and not pictures. @param {string} type */
export function isCompressible(type) {
  return /^text\/|javascript|json|svg|xml/.test(type);
}
