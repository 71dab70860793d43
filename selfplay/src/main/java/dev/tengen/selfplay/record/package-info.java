/**
 * Files that survive a kill at any instant, with nothing in them about Go.
 *
 * <ul>
 *   <li>{@link dev.tengen.selfplay.record.TfRecordWriter} and {@link
 *       dev.tengen.selfplay.record.TfRecordReader}: TensorFlow's record format, which holds both
 *       game records and TensorBoard events.
 *   <li>{@link dev.tengen.selfplay.record.AppendFile}: a file that only grows, is in the operating
 *       system's hands after each append, and on the disk ten seconds later at most.
 *   <li>{@link dev.tengen.files.DurableFiles}: every other file, replaced as a whole.
 * </ul>
 *
 * <p>What a fault costs. A process killed while it appends leaves a torn tail: it is cut when the
 * file is next opened for appending, and at most that one record is lost. A record whose bytes
 * changed on the disk is skipped and counted. A record whose length changed hides all that follow
 * it: reading ends there and reports how many bytes were lost; a writer that opens such a file
 * moves those bytes to a file beside it before it appends.
 */
package dev.tengen.selfplay.record;
