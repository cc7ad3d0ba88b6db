"""How the machine is powered, and how work gives way to what the user does."""

import sys

# Of a core that both want the user's programs get nine tenths. Not more: at 19, or in Linux's class
# for idle times, a photo would take longer than it may while the machine has much else to do, and
# what the window feels of a scan is not for the system to mend but for courtesy.
_NICENESS = 10


def on_battery() -> bool:
    """Tell whether the machine runs on its battery; not if it has none, or does not tell."""
    import psutil  # here: the command line starts without

    sensors_battery = getattr(psutil, "sensors_battery", None)  # missing on some systems
    if sensors_battery is None:
        return False
    try:
        battery = sensors_battery()
    except (OSError, RuntimeError):
        return False
    return battery is not None and battery.power_plugged is False


def give_way() -> None:
    """Have this process wait for others that want the processor or the disk."""
    import psutil

    process = psutil.Process()
    try:
        if sys.platform == "win32":
            process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
            process.ionice(psutil.IOPRIO_LOW)
        else:
            process.nice(max(_NICENESS, process.nice()))
            if hasattr(process, "ionice"):
                process.ionice(psutil.IOPRIO_CLASS_BE, 7)
    except (OSError, psutil.Error):
        pass  # a system that does not let it: the work is done all the same
