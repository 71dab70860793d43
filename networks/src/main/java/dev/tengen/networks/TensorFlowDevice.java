package dev.tengen.networks;

import static org.tensorflow.internal.c_api.global.tensorflow.TFE_ContextListDevices;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteDeviceList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListCount;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListMemoryBytes;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListName;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListType;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.TensorFlow;
import org.tensorflow.internal.c_api.TFE_Context;
import org.tensorflow.internal.c_api.TFE_ContextOptions;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Status;

/**
 * Something TensorFlow can compute on, as it reports it.
 *
 * @param name such as {@code /device:GPU:0}
 * @param type {@code CPU}, {@code GPU} or another of TensorFlow's words
 * @param memoryBytes the memory it may use; 256 MiB, a constant, for a CPU
 */
public record TensorFlowDevice(String name, String type, long memoryBytes) {

  /**
   * Every device that TensorFlow sees. Loads its native library, which the first time on a machine
   * means to unpack 650 MB.
   *
   * @throws LinkageError if the native library is missing or does not fit the machine
   */
  public static List<TensorFlowDevice> all() {
    try (TF_Status status = TF_Status.newStatus();
        TFE_ContextOptions options = TFE_ContextOptions.newContextOptions();
        TFE_Context context = TFE_Context.newContext(options, status)) {
      status.throwExceptionIfNotOK();
      TF_DeviceList list = TFE_ContextListDevices(context, status);
      status.throwExceptionIfNotOK();
      try {
        List<TensorFlowDevice> devices = new ArrayList<>();
        for (int i = 0; i < TF_DeviceListCount(list); i++) {
          String name = TF_DeviceListName(list, i, status).getString();
          devices.add(
              new TensorFlowDevice(
                  name.substring(name.indexOf("/device:")),
                  TF_DeviceListType(list, i, status).getString(),
                  TF_DeviceListMemoryBytes(list, i, status)));
        }
        return List.copyOf(devices);
      } finally {
        TF_DeleteDeviceList(list);
      }
    }
  }

  /**
   * The version of the native library.
   *
   * @throws LinkageError as {@link #all} does
   */
  public static String libraryVersion() {
    return TensorFlow.version();
  }
}
