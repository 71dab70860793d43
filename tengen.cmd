<# : batch portion
@echo off
rem Tengen's launcher for Windows: builds when a source is newer than the last build, then runs java.
rem It keeps the rules of the file "tengen" beside it, which explains them. The upper part is a batch
rem file and starts Java; the lower part is PowerShell and builds. Nothing but Java writes to stdout.
setlocal EnableExtensions DisableDelayedExpansion
set "TENGEN_SELF=%~f0"
set "TENGEN_ROOT=%~dp0"
set "TENGEN_ROOT=%TENGEN_ROOT:~0,-1%"

set "TENGEN_JAVA=java"
if defined JAVA_HOME set "TENGEN_JAVA=%JAVA_HOME%\bin\java.exe"
set "TENGEN_VERSION="
for /f "tokens=3" %%v in ('"%TENGEN_JAVA%" -version 2^>^&1 ^| findstr /i /c:" version "') do set "TENGEN_VERSION=%%~v"
if not defined TENGEN_VERSION (
  >&2 echo tengen: no java found; install a JDK 17 or newer, or point JAVA_HOME at one
  exit /b 1
)
for /f "delims=.-+" %%v in ("%TENGEN_VERSION%") do set "TENGEN_FEATURE=%%v"
if %TENGEN_FEATURE% LSS 17 (
  >&2 echo tengen: java is version %TENGEN_VERSION%; Tengen needs a JDK 17 or newer, point JAVA_HOME at one
  exit /b 1
)

powershell -NoProfile -ExecutionPolicy Bypass -Command "Invoke-Command -NoNewScope -ScriptBlock ([ScriptBlock]::Create((Get-Content -Raw -LiteralPath $env:TENGEN_SELF)))" <nul
if errorlevel 1 exit /b 1

if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=3"
if not defined TF_ENABLE_ONEDNN_OPTS set "TF_ENABLE_ONEDNN_OPTS=1"
set "TENGEN_NATIVE="
if %TENGEN_FEATURE% GEQ 22 set "TENGEN_NATIVE=--enable-native-access=ALL-UNNAMED"
"%TENGEN_JAVA%" -Xlog:disable -Xlog:all=error:stderr %TENGEN_NATIVE% -Dfile.encoding=UTF-8 "-Dtengen.home=%TENGEN_ROOT%" %TENGEN_JAVA_OPTS% "@%TENGEN_ROOT%\target\launcher\java.args" dev.tengen.cli.Main %*
exit /b %ERRORLEVEL%
: end batch / begin powershell #>

$ErrorActionPreference = 'Stop'
$root = $env:TENGEN_ROOT
$state = Join-Path $root 'target\launcher'
$current = Join-Path $state 'current'
$javaArgs = Join-Path $state 'java.args'
$log = Join-Path $state 'build.log'

function Say($text) { [Console]::Error.WriteLine("tengen: $text") }

function Test-Fresh {
  if (-not (Test-Path $current) -or -not (Test-Path $javaArgs)) { return $false }
  $built = @(Get-Content -LiteralPath $current)
  if ($built[0] -cne "with $env:TENGEN_MAVEN_ARGS") { return $false }
  if (-not (Test-Path $built[1])) { return $false }
  foreach ($jar in $built[2].Split(';')) { if (-not (Test-Path $jar)) { return $false } }
  $since = (Get-Item $current).LastWriteTimeUtc
  $places = @("$root\pom.xml", "$root\.mvn", "$root\*\pom.xml", "$root\*\src\main")
  $newer = Get-ChildItem -Path $places -Recurse -Force -ErrorAction SilentlyContinue |
    Where-Object { $_.LastWriteTimeUtc -gt $since } | Select-Object -First 1
  return $null -eq $newer
}

function Invoke-Build {
  if (Test-Path $current) { Say "a source has changed: building (log: $log)" }
  else { Say "first use: building; what Maven lacks it downloads, about 200 MB (log: $log)" }
  $started = [DateTime]::UtcNow
  $commit = 'unknown'
  if ((Test-Path "$root\.git") -and (Get-Command git -ErrorAction SilentlyContinue)) {
    $described = cmd /c "git -C ""$root"" describe --always --dirty --abbrev=10 2>nul"
    if ($LASTEXITCODE -eq 0) { $commit = $described }
  }
  Get-ChildItem -Path "$root\*\target\launcher" -ErrorAction SilentlyContinue | Remove-Item -Recurse -Force
  $maven = "mvnw.cmd -B -Dquick -Dmaven.test.skip=true -Dtengen.target=target/launcher " +
    "-Dtengen.commit=$commit -pl cli -am compile $env:TENGEN_MAVEN_ARGS"
  Push-Location $root
  cmd /c "$maven > ""$log"" 2>&1"
  $failed = $LASTEXITCODE -ne 0
  Pop-Location
  if ($failed) {
    $line = Select-String -LiteralPath $log -Pattern '^\[ERROR\] *(.*\S)' |
      ForEach-Object { $_.Matches[0].Groups[1].Value } |
      Where-Object { $_ -notmatch '^COMPILATION ERROR|^Failed to execute goal.*: *$|^Rule [0-9]*:' } |
      Select-Object -First 1
    Say "the build failed: $line (log: $log)"
    exit 1
  }

  $app = Join-Path $state ('app-' + $started.ToString('yyyyMMddHHmmss') + "-$PID")
  $jar = Join-Path $app 'tengen.jar'
  New-Item -ItemType Directory -Path $app | Out-Null
  $jarTool = if ($env:JAVA_HOME) { "$env:JAVA_HOME\bin\jar.exe" } else { 'jar' }
  $what = @('--create', '--file', $jar)
  foreach ($classes in Get-ChildItem -Path "$root\*\target\launcher\classes") { $what += @('-C', $classes.FullName, '.') }
  & $jarTool $what
  if ($LASTEXITCODE -ne 0) { Say 'the build failed: no jar could be made of it'; exit 1 }
  $libraries = (Get-Content -Raw -LiteralPath "$root\cli\target\launcher\libraries").Trim()
  # in a file of java arguments a backslash is written twice
  $line = '-cp "' + "$jar;$libraries".Replace('\', '\\') + '"'
  [IO.File]::WriteAllText($javaArgs, $line)
  [IO.File]::WriteAllLines($current, [string[]]@("with $env:TENGEN_MAVEN_ARGS", $jar, $libraries))
  (Get-Item $current).LastWriteTimeUtc = $started
  # a jar in use cannot be deleted here; a later build tidies it up
  Get-ChildItem -Path "$state\app-*" | Where-Object { $_.FullName -ne $app } |
    Remove-Item -Recurse -Force -ErrorAction SilentlyContinue
  Say 'built'
}

if (Test-Fresh) { exit 0 }
New-Item -ItemType Directory -Force -Path $state | Out-Null
$told = $false
$lock = $null
while ($null -eq $lock) {
  # Windows lets go of the lock when its holder is gone
  try { $lock = [IO.File]::Open("$state\lock", 'OpenOrCreate', 'ReadWrite', 'None') }
  catch [IO.IOException] {
    if (-not $told) { Say 'waiting for another build of Tengen to end'; $told = $true }
    Start-Sleep -Milliseconds 500
  }
}
try { if (-not (Test-Fresh)) { Invoke-Build } } finally { $lock.Dispose() }
exit 0
