package dev.tengen.selfplay.record;

import dev.tengen.files.DurableFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A file that only grows. What was appended is with the operating system when {@link #append}
 * returns, so it outlives the process; and on the disk at most ten seconds later, so it outlives
 * the machine. May be used by several threads.
 */
public final class AppendFile implements Closeable {

  /** Seconds from an append to its sync: below ten, with room for a busy machine. */
  private static final long SYNC_AFTER_SECONDS = 8;

  private static final ScheduledExecutorService SYNCER =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "record-sync");
            thread.setDaemon(true);
            return thread;
          });

  // Not a FileChannel: that one closes itself when a thread that uses it is interrupted.
  private final RandomAccessFile file;
  private long length;
  private ScheduledFuture<?> pendingSync;
  private IOException syncFailure;

  private AppendFile(RandomAccessFile file) throws IOException {
    this.file = file;
    this.length = file.length();
  }

  /** Opens a file for appending, creating it if need be; its folder must exist. */
  public static AppendFile open(Path path) throws IOException {
    boolean created = !Files.exists(path);
    AppendFile file = new AppendFile(new RandomAccessFile(path.toFile(), "rw"));
    if (created) {
      DurableFiles.syncFolder(path.toAbsolutePath().getParent());
    }
    return file;
  }

  /** Bytes in the file. */
  public synchronized long length() {
    return length;
  }

  /** Appends all of the bytes or, when that fails, none of them. */
  public synchronized void append(byte[] bytes) throws IOException {
    failIfSyncFailed();
    try {
      file.seek(length);
      file.write(bytes);
    } catch (IOException e) {
      try {
        file.setLength(length);
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    length += bytes.length;
    if (pendingSync == null) {
      pendingSync = SYNCER.schedule(this::syncInBackground, SYNC_AFTER_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Cuts the file. */
  public synchronized void truncate(long newLength) throws IOException {
    file.setLength(newLength);
    length = newLength;
    sync();
  }

  /** Forces all that was appended onto the disk. */
  public synchronized void sync() throws IOException {
    if (pendingSync != null) {
      pendingSync.cancel(false);
      pendingSync = null;
    }
    file.getFD().sync();
  }

  /** Whether all that was appended is on the disk. */
  synchronized boolean isSynced() {
    return pendingSync == null;
  }

  /** Syncs and closes. */
  @Override
  public synchronized void close() throws IOException {
    if (!file.getChannel().isOpen()) {
      return;
    }
    try (file) {
      sync();
    }
    failIfSyncFailed();
  }

  private synchronized void syncInBackground() {
    if (pendingSync == null) {
      return; // synced or closed meanwhile
    }
    try {
      sync();
    } catch (IOException e) {
      syncFailure = e;
    }
  }

  private void failIfSyncFailed() throws IOException {
    if (syncFailure != null) {
      throw new IOException("an earlier append did not reach the disk", syncFailure);
    }
  }
}
